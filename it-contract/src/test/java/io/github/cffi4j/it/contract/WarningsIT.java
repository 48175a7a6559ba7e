package io.github.cffi4j.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user sees who passes no flags: from Java 24 on System.load warns once, so no more than that. */
class WarningsIT {
    private static final String MODULE = "io.github.cffi4j.it.contract";
    private static final String PROGRAM = Program.class.getName();
    private static final int JAVA = Runtime.version().feature();

    /** Java 22 restricts memory that is reached by address, Java 24 System.load. */
    private static final int ONE = JAVA >= 22 ? 1 : 0;

    @Test
    void oneAtMost() throws Exception {
        assertThat(warnings(classPath())).hasSize(ONE);
    }

    @Test
    void noneWhereNativeAccessIsEnabled() throws Exception {
        assertThat(warnings(classPath("--enable-native-access=ALL-UNNAMED"))).isEmpty();
    }

    @Test
    void oneAtMostForTheModuleThatHasTheLibrary() throws Exception {
        assertThat(warnings(modulePath())).hasSize(ONE).allMatch(warning -> warning.endsWith("=" + MODULE));
    }

    @Test
    void noneWhereThatModuleMay() throws Exception {
        assertThat(warnings(modulePath("--enable-native-access=" + MODULE))).isEmpty();
    }

    /** The modules that are to be enabled, once for each warning. */
    private static List<String> warnings(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines()).contains("length 4", "folded 123", "critical 42");
        assertThat(output).doesNotContain("sun.misc.Unsafe");
        return output.lines()
                .filter(line -> line.startsWith("WARNING: Use --enable-native-access="))
                .map(line -> line.split(" ")[2])
                .toList();
    }

    private static List<String> classPath(String... flags) {
        return command(
                Stream.concat(Stream.of(flags), Stream.of("-cp", System.getProperty("java.class.path"), PROGRAM)));
    }

    private static List<String> modulePath(String... flags) throws URISyntaxException {
        // Without the test classes, which may have the library: it is named.
        String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        !entry.endsWith("test-classes") && !entry.contains("junit") && !entry.contains("assertj"))
                .collect(Collectors.joining(File.pathSeparator));
        return command(
                Stream.of(Stream.of(flags), libraryInAFolder(), Stream.of("-p", path, "-m", MODULE + "/" + PROGRAM))
                        .flatMap(part -> part));
    }

    /** Names the library. In a jar it needs no name: the jar is a module, which the program's module finds. */
    private static Stream<String> libraryInAFolder() throws URISyntaxException {
        String library = Host.current().platform().resourcePath("it-contract");
        URI found = WarningsIT.class.getClassLoader().getResource(library).toURI();
        return found.getScheme().equals("file")
                ? Stream.of("-Dcffi4j.it-contract.path=" + Path.of(found))
                : Stream.empty();
    }

    private static List<String> command(Stream<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String backend = System.getProperty("cffi4j.backend");
        if (backend != null) {
            command.add("-Dcffi4j.backend=" + backend);
        }
        arguments.forEach(command::add);
        return command;
    }
}
