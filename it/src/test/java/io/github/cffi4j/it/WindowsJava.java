package io.github.cffi4j.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A JVM for windows-x86_64, run by Wine. {@code .ci/windows-java} makes it, {@code .ci/demanding} says where it is.
 *
 * @param launcher takes the arguments of java
 */
record WindowsJava(String launcher) {

    /** The JVM of a Java version, 17 or 25. */
    static WindowsJava of(int version) {
        return new WindowsJava(TestSettings.property("it.windows.java." + version));
    }

    /** Runs a class and gives what it said on both streams. */
    BuildOutcome run(List<Path> classPath, String mainClass) throws IOException, InterruptedException {
        return run(List.of(), classPath, mainClass);
    }

    /** The same, with options of the JVM and arguments of the program. */
    BuildOutcome run(List<String> options, List<Path> classPath, String mainClass, String... arguments)
            throws IOException, InterruptedException {
        String path = classPath.stream().map(this::path).collect(Collectors.joining(";"));
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("-cp", path, mainClass));
        words.addAll(Arrays.asList(arguments));
        return run(words.toArray(String[]::new));
    }

    /** Runs java and gives what it said on both streams. */
    BuildOutcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(Arrays.asList(arguments));
        return JavaProgram.run(command);
    }

    /** The folder that Windows' programs know as {@code C:\\}. */
    Path drive() {
        return Path.of(launcher).resolveSibling("wine-prefix/drive_c");
    }

    /** A path as Windows' programs know it: Wine has the root folder as a drive, too. */
    String path(Path path) {
        Path absolute = path.toAbsolutePath();
        String known = absolute.startsWith(drive()) ? "C:/" + drive().relativize(absolute) : "Z:" + absolute;
        return known.replace('/', '\\');
    }
}
