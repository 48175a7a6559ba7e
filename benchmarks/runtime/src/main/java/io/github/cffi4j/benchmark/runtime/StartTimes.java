package io.github.cffi4j.benchmark.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Whole processes, from their start to their end, in turns: the median of each, in nanoseconds. */
final class StartTimes {
    private final List<String> jvmOptions;
    private final int rounds;

    StartTimes(List<String> jvmOptions, int rounds) {
        this.jvmOptions = jvmOptions;
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
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program(contender), contender.name()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        long time = System.nanoTime() - start;
        if (status != 0 || !said.strip().equals("42")) {
            throw new IOException("%s ended with %d and said '%s', not 42: %s"
                    .formatted(contender, status, said.strip(), String.join(" ", command)));
        }
        return time;
    }

    private static String program(Contender contender) {
        String program = Start.class.getName();
        return contender == Contender.HAND_FFM ? program.replace("Start", "ForeignStart") : program;
    }
}
