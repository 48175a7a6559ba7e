package io.github.cffi4j.compiler.process;

import java.util.List;

/** The end of a program's output as the tail of an error message: the cause is nearly always there. */
final class LastLines {
    private static final int SHOWN = 20;

    private LastLines() {}

    static String of(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.stream().skip(Math.max(0, lines.size() - SHOWN)).forEach(line -> text.append("\n  | ")
                .append(line));
        return text.toString();
    }
}
