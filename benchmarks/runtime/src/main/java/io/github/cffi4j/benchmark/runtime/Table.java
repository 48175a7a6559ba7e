package io.github.cffi4j.benchmark.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, as ratios, for README.md. */
final class Table {
    private static final String BEGIN = "<!-- Written by the benchmark. -->\n";
    private static final String END = "<!-- End of what the benchmark wrote. -->\n";

    private Table() {}

    /** Puts the tables of all JDKs in the place of those that the page has. */
    static void write(Path folder, Path page) throws IOException {
        StringBuilder tables = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                tables.append('\n').append(of(Measured.read(file)));
            }
        }
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IOException(page + " lacks the lines between which the tables go: " + BEGIN + END);
        }
        Files.writeString(page, text.substring(0, begin) + tables + "\n" + text.substring(end));
    }

    static String of(Measured measured) {
        int java = measured.java();
        List<Contender> columns = Arrays.stream(Contender.values())
                .filter(contender -> Arrays.stream(Row.values()).anyMatch(row -> contender.has(row, java)))
                .toList();
        String head = columns.stream().map(Contender::label).collect(Collectors.joining(" | "));
        return String.format(
                        Locale.ROOT,
                        "### Java %d\n| | goal | %s |\n|---|---|%s\n",
                        java,
                        head,
                        "---|".repeat(columns.size()))
                + Arrays.stream(Row.values())
                        .map(row -> String.format(
                                Locale.ROOT,
                                "| %s | %s | %s |\n",
                                row.label(),
                                row.goal(java),
                                columns.stream()
                                        .map(contender -> cell(measured.ratio(row, contender)))
                                        .collect(Collectors.joining(" | "))))
                        .collect(Collectors.joining());
    }

    private static String cell(OptionalDouble ratio) {
        return ratio.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
    }
}
