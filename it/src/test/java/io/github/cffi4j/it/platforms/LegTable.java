package io.github.cffi4j.it.platforms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what legs did, for a terminal. */
final class LegTable {
    private static final String ROW = "%-20s %-26s %-5s %-4s %6s cases  %4s s%n";

    private LegTable() {}

    static String of(List<LegRun> runs) {
        return runs.stream()
                .map(run -> String.format(
                        Locale.ROOT,
                        ROW,
                        run.leg().platform(),
                        run.leg().surroundings().description(),
                        run.leg().java(),
                        run.leg().backend(),
                        run.contract().cases(),
                        run.time().toSeconds()))
                .collect(Collectors.joining());
    }
}
