package io.github.cffi4j.benchmark.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures all in one run and prints the tables of README.md. */
final class Report {
    private static final List<Integer> COMPILED = List.of(250, 500, 1000, 2000, 4000);
    private static final int ROUNDS = 3;

    private Report() {}

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Map<Integer, Double> ours = generated();
        List<Double> cffi =
                new PythonCffi(work.resolve("python"), Path.of(arguments[1])).milliseconds(cdefs(work, ours.keySet()));
        System.out.println("| functions | cdef | generate | per function | CFFI | CFFI / cffi4j |");
        System.out.println("|---|---|---|---|---|---|");
        int row = 0;
        for (Map.Entry<Integer, Double> entry : ours.entrySet()) {
            int functions = entry.getKey();
            double theirs = cffi.get(row++);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d KB | %.0f ms | %.3f ms | %.0f ms | %.0f |%n",
                    functions,
                    SyntheticCdef.of(functions).length() / 1000,
                    entry.getValue(),
                    entry.getValue() / functions,
                    theirs,
                    theirs / entry.getValue());
        }
        compiled(work);
    }

    private static Map<Integer, Double> generated() throws RunnerException {
        Map<Integer, Double> milliseconds = new TreeMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(GeneratorBenchmark.class.getName())
                        .build())
                .run()) {
            milliseconds.put(
                    Integer.valueOf(result.getParams().getParam("functions")),
                    result.getPrimaryResult().getStatistics().getMin());
        }
        return milliseconds;
    }

    private static List<Path> cdefs(Path work, Iterable<Integer> sizes) throws IOException {
        List<Path> cdefs = new ArrayList<>();
        for (int functions : sizes) {
            cdefs.add(Files.writeString(work.resolve(functions + ".cdef"), SyntheticCdef.of(functions)));
        }
        return cdefs;
    }

    private static void compiled(Path work) throws Exception {
        CompileTimes compiler = new CompileTimes(work.resolve("compile"));
        System.out.println();
        System.out.println("| functions | probe | per function | glue | per function |");
        System.out.println("|---|---|---|---|---|");
        for (int functions : COMPILED) {
            CompileTimes.Times times = compiler.measure(functions, ROUNDS);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f ms | %.2f ms | %.0f ms | %.2f ms |%n",
                    functions,
                    times.probe(),
                    times.probe() / functions,
                    times.glue(),
                    times.glue() / functions);
        }
    }
}
