package io.github.cffi4j.benchmark.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whole processes, from their start to their end, in turns: the median of each, in nanoseconds. */
final class StartTimes {
    private final List<String> jvmOptions;
    private final String classPath;
    private final int rounds;

    /** @param jars the names of this project's jars up to the classifier: it is run from them, as programs are */
    StartTimes(List<String> jvmOptions, String jars, int rounds) {
        this.jvmOptions = jvmOptions;
        this.classPath = Stream.concat(
                        Stream.of(jars + ".jar", jars + "-linux-x86_64.jar"),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
        this.rounds = rounds;
    }

    Map<Contender, Double> measure(List<Contender> contenders) throws IOException, InterruptedException {
        Map<Contender, List<Long>> times = new EnumMap<>(Contender.class);
        // The first round fills caches: cffi4j's and those of the system.
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : contenders) {
                long time = start(contender);
                if (round > 0) {
                    times.computeIfAbsent(contender, key -> new ArrayList<>()).add(time);
                }
            }
        }
        Map<Contender, Double> medians = new EnumMap<>(Contender.class);
        times.forEach((contender, list) -> {
            list.sort(null);
            medians.put(contender, (double) list.get(list.size() / 2));
        });
        return medians;
    }

    private long start(Contender contender) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(contender.jvmOptions());
        command.addAll(List.of("-cp", classPath, program(contender), contender.name()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        long time = System.nanoTime() - start;
        if (status != 0 || !said.strip().equals("42")) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s ended with %d and said '%s', not 42: %s",
                    contender,
                    status,
                    said.strip(),
                    String.join(" ", command)));
        }
        return time;
    }

    private static String program(Contender contender) {
        String program = Start.class.getName();
        return contender == Contender.HAND_FFM ? program.replace("Start", "ForeignStart") : program;
    }
}
