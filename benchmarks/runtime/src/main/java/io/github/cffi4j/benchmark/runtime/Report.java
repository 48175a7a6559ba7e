package io.github.cffi4j.benchmark.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures everything on the JDK it runs on: row by row, all contenders of a row in turn, so that what changes on the machine
 * changes for all that are compared. Then writes the tables of all JDKs measured so far.
 */
final class Report {
    /** What else a machine does may last for seconds, as long as one contender of a row takes. */
    private static final int ROUNDS = 2;

    private static final int STARTS = 25;

    /** Those to measure, for who improves one; all if there is none. Nothing is written then. */
    private static final List<String> ONLY = Stream.of(
                    System.getProperty("benchmark.only", "").split(","))
            .filter(name -> !name.isEmpty())
            .toList();

    private final int java = Runtime.version().feature();
    private final String jars;
    private final boolean trial;
    private final List<String> jvmOptions = new ArrayList<>();

    private Report(Path library, Path times, String jars, boolean trial) {
        this.jars = jars;
        this.trial = trial;
        jvmOptions.add("-Dbenchmark.library=" + library.toAbsolutePath());
        jvmOptions.add("-Dcffi4j.runtime-benchmark-abi.path=" + library.toAbsolutePath());
        // In the user's cache JavaCPP would find what another checkout left, and take it for this one's.
        jvmOptions.add(
                "-Dorg.bytedeco.javacpp.cachedir=" + times.toAbsolutePath().resolveSibling("javacpp"));
        if (java >= 22) {
            jvmOptions.add("--enable-native-access=ALL-UNNAMED");
        }
    }

    /**
     * The library, the folder for the times, the page for the tables, the names of this project's jars up to the classifier,
     * and {@code true} for a trial without writing any.
     */
    public static void main(String[] arguments) throws Exception {
        Path times = Path.of(arguments[1]);
        boolean trial = Boolean.parseBoolean(arguments[4]);
        Measured measured = new Report(Path.of(arguments[0]), times, arguments[3], trial).measure();
        System.out.print(Table.of(measured));
        if (!trial && ONLY.isEmpty()) {
            measured.write(times);
            Table.write(times, Path.of(arguments[2]));
        }
    }

    private Measured measure() throws Exception {
        Measured measured = new Measured(java);
        for (Row row : Row.values()) {
            System.out.println("Java " + java + ": " + row.label());
            if (row == Row.START_UP) {
                new StartTimes(jvmOptions, jars, trial ? 1 : STARTS)
                        .measure(contenders(row))
                        .forEach((contender, time) -> measured.add(row, contender, time));
            } else {
                Map<Contender, Double> least = new EnumMap<>(Contender.class);
                for (int round = 0; round < (trial ? 1 : ROUNDS); round++) {
                    for (Contender contender : contenders(row)) {
                        least.merge(contender, time(row, contender), Math::min);
                    }
                }
                least.forEach((contender, time) -> measured.add(row, contender, time));
            }
        }
        return measured;
    }

    private List<Contender> contenders(Row row) {
        return Arrays.stream(Contender.values())
                .filter(contender -> contender.has(row, java))
                .filter(contender -> ONLY.isEmpty() || contender == row.baseline() || ONLY.contains(contender.name()))
                .toList();
    }

    /** The least of the iterations: whatever else a machine does only adds. */
    private double time(Row row, Contender contender) throws RunnerException {
        List<String> options = new ArrayList<>(jvmOptions);
        options.add("-Dbenchmark.contender=" + contender);
        options.addAll(contender.jvmOptions());
        if (java >= 24) {
            // Else each of them warns of what JMH itself does.
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include("\\." + RuntimeBenchmark.class.getSimpleName() + "\\." + row.method() + "$")
                .jvmArgsAppend(options.toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (trial) {
            builder.warmupIterations(0).measurementIterations(1).measurementTime(TimeValue.milliseconds(10));
        }
        RunResult result = new Runner(builder.build()).runSingle();
        return result.getPrimaryResult().getStatistics().getMin();
    }
}
