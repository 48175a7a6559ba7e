package io.github.cffi4j.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A Java program in a JVM of its own. */
public final class JavaProgram {

    private JavaProgram() {}

    /** Runs a class and gives what it said on both streams. */
    public static BuildOutcome run(List<Path> classPath, String mainClass, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(mainClass);
        return run(command);
    }

    /** Runs a command and gives what it said on both streams. */
    public static BuildOutcome run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new BuildOutcome(process.waitFor(), said.lines().toList());
    }

    /** The file of this test's own class path that has a class. */
    public static Path jarOf(Class<?> type) {
        return Path.of(java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
