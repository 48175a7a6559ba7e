package io.github.cffi4j.compiler.testrun;

import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Platform;
import java.util.Collection;

/** Writes the rows that people watch a run by: platform, Java, emulator, counts, time. */
public final class LegTable {
    private static final double MILLIS = 1000.0;

    private final int width;

    public LegTable(Collection<Platform> platforms) {
        width = platforms.stream()
                .mapToInt(platform -> platform.classifier().length())
                .max()
                .orElse(0);
    }

    /** The row of a leg that ran. */
    public String row(LegOutcome outcome) {
        Leg leg = outcome.leg();
        return Text.format(
                "  %-" + width + "s  Java %-2d  %-13s  %-28s  %6.1f s",
                leg.platform(),
                leg.version(),
                leg.way().name(),
                counts(outcome),
                outcome.time().toMillis() / MILLIS);
    }

    /** The row of a leg that did not run. */
    public String row(LegSearch.Missing missing) {
        return Text.format("  %-" + width + "s  not run: %s", missing.platform(), missing.why());
    }

    private static String counts(LegOutcome outcome) {
        LegReport report = outcome.report();
        if (!outcome.trouble().isEmpty()) {
            return "came to no end";
        }
        StringBuilder text = new StringBuilder(Text.count(report.tests(), "test"));
        if (!report.failures().isEmpty()) {
            text.append(", ").append(report.failures().size()).append(" failed");
        }
        if (report.skipped() > 0) {
            text.append(", ").append(report.skipped()).append(" skipped");
        }
        return text.toString();
    }
}
