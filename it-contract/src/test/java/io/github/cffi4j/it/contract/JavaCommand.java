package io.github.cffi4j.it.contract;

import io.github.cffi4j.platform.Host;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands that run {@link Program} in a JVM of its own. */
public final class JavaCommand {
    public static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    public static final String MODULE = "io.github.cffi4j.it.contract";

    private static final String PROGRAM = Program.class.getName();

    private JavaCommand() {}

    /** With everything on the class path. */
    public static List<String> classPath(String... flags) {
        return command(
                Stream.concat(Stream.of(flags), Stream.of("-cp", System.getProperty("java.class.path"), PROGRAM)));
    }

    /** As modules. */
    public static List<String> modulePath(String... flags) throws URISyntaxException {
        // Without the test classes, which may have the library (it is named), and the tests' tools.
        String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes")
                        && !entry.contains("junit")
                        && !entry.contains("assertj")
                        && !entry.contains("graalvm"))
                .collect(Collectors.joining(File.pathSeparator));
        return command(
                Stream.of(Stream.of(flags), libraryInAFolder(), Stream.of("-p", path, "-m", MODULE + "/" + PROGRAM))
                        .flatMap(part -> part));
    }

    /** Names the library. In a jar it needs no name: the jar is a module, which the program's module finds. */
    private static Stream<String> libraryInAFolder() throws URISyntaxException {
        String library = Host.current().platform().resourcePath("it-contract");
        URI found = JavaCommand.class.getClassLoader().getResource(library).toURI();
        return found.getScheme().equals("file")
                ? Stream.of("-Dcffi4j.it-contract.path=" + Path.of(found))
                : Stream.empty();
    }

    private static List<String> command(Stream<String> arguments) {
        String backend = System.getProperty("cffi4j.backend");
        Stream<String> start = backend == null ? Stream.of(JAVA) : Stream.of(JAVA, "-Dcffi4j.backend=" + backend);
        return Stream.concat(start, arguments).toList();
    }
}
