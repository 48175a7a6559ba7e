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
        String path = classPath.stream().map(WindowsJava::windowsPath).collect(Collectors.joining(";"));
        return run("-cp", path, mainClass);
    }

    /** Runs java and gives what it said on both streams. */
    BuildOutcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(Arrays.asList(arguments));
        return JavaProgram.run(command);
    }

    private static String windowsPath(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }
}
