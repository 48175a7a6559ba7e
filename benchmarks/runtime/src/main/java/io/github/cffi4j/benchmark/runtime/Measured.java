package io.github.cffi4j.benchmark.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The times of one run on one JDK, in nanoseconds. Mutable, for one thread.
 *
 * @param java its feature version
 */
record Measured(int java, Map<Row, Map<Contender, Double>> times) {
    Measured(int java) {
        this(java, new EnumMap<>(Row.class));
    }

    void add(Row row, Contender contender, double time) {
        times.computeIfAbsent(row, key -> new EnumMap<>(Contender.class)).put(contender, time);
    }

    /** The time, as a part or a multiple of the row's baseline. */
    OptionalDouble ratio(Row row, Contender contender) {
        Map<Contender, Double> ofRow = times.getOrDefault(row, Map.of());
        Double time = ofRow.get(contender);
        Double baseline = ofRow.get(row.baseline());
        return time == null || baseline == null ? OptionalDouble.empty() : OptionalDouble.of(time / baseline);
    }

    /** Writes a file named after the JDK. */
    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        times.forEach((row, ofRow) -> ofRow.forEach(
                (contender, time) -> lines.add(String.format(Locale.ROOT, "%s %s %.3f", row, contender, time))));
        Files.write(Files.createDirectories(folder).resolve("java-" + java), lines);
    }

    static Measured read(Path file) throws IOException {
        Measured measured =
                new Measured(Integer.parseInt(file.getFileName().toString().substring("java-".length())));
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ");
            measured.add(Row.valueOf(words[0]), Contender.valueOf(words[1]), Double.parseDouble(words[2]));
        }
        return measured;
    }
}
