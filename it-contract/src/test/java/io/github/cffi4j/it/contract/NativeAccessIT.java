package io.github.cffi4j.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where Java is told to deny native access, docs/consuming.md says what enables it, and the errors say the same (fault 30).
 * Earlier Javas have nothing to deny: there the same programs just run.
 */
@Tag("processes")
class NativeAccessIT {
    /** The flag is of Java 24. */
    private static final boolean DENIES = Runtime.version().feature() >= 24;

    private static final String DENY = "--illegal-native-access=deny";

    @TempDir
    Path folder;

    @Test
    void aLibraryOnTheClassPath() throws Exception {
        assertDenied(
                classPath(FirstCall.class),
                "may not load its native library: Java was told to deny it",
                "ALL-UNNAMED, or write");
        assertRuns(classPath(FirstCall.class, "--enable-native-access=ALL-UNNAMED"));
    }

    @Test
    void memoryFirstOnTheClassPath() throws Exception {
        assertDenied(
                classPath(MemoryFirst.class),
                "cffi4j may not use native memory: Java was told to deny it",
                "ALL-UNNAMED, or write");
        assertRuns(classPath(MemoryFirst.class, "--enable-native-access=ALL-UNNAMED"));
    }

    @Test
    void aLibraryInAModule() throws Exception {
        assertDenied(
                modulePath(FirstCall.class),
                "may not load its native library: Java was told to deny it",
                JavaCommand.MODULE);
        assertRuns(modulePath(FirstCall.class, "--enable-native-access=" + JavaCommand.MODULE));
    }

    @Test
    void memoryFirstInAModule() throws Exception {
        String both = "io.github.cffi4j, with the module of each library";
        assertDenied(modulePath(MemoryFirst.class), "cffi4j may not use native memory: Java was told to deny it", both);
        assertDenied(
                modulePath(MemoryFirst.class, "--enable-native-access=" + JavaCommand.MODULE),
                "cffi4j may not use native memory: Java was told to deny it",
                both);
        assertRuns(modulePath(MemoryFirst.class, "--enable-native-access=io.github.cffi4j," + JavaCommand.MODULE));
    }

    /** The line counts in the jar that is started, and for all that its class path has. */
    @Test
    void theLineInTheManifest() throws Exception {
        Manifest manifest = new Manifest();
        Attributes lines = manifest.getMainAttributes();
        lines.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        lines.put(Attributes.Name.MAIN_CLASS, MemoryFirst.class.getName());
        lines.putValue("Enable-Native-Access", "ALL-UNNAMED");
        lines.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Path jar = folder.resolve("app.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();

        assertRuns(start(JavaCommand.JAVA, "-jar", jar.toString()));
    }

    private static void assertDenied(List<String> command, String... words) throws IOException, InterruptedException {
        if (DENIES) {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isNotZero();
            assertThat(output).contains(words).doesNotContain("ExceptionInInitializerError");
            assertThat(output).contains("start Java with --enable-native-access=" + words[words.length - 1]);
        } else {
            assertRuns(command);
        }
    }

    private static void assertRuns(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("called 42").doesNotContain("restricted method");
    }

    private static List<String> classPath(Class<?> program, String... flags) {
        List<String> command = new ArrayList<>(JavaCommand.classPath(flags));
        command.set(command.size() - 1, program.getName());
        return denying(command);
    }

    private static List<String> modulePath(Class<?> program, String... flags) throws Exception {
        String tests = Path.of(program.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        List<String> command = new ArrayList<>(JavaCommand.modulePath(flags));
        command.set(command.size() - 1, JavaCommand.MODULE + "/" + program.getName());
        command.addAll(1, List.of("--patch-module", JavaCommand.MODULE + "=" + tests));
        return denying(command);
    }

    private static List<String> start(String... command) {
        return denying(new ArrayList<>(List.of(command)));
    }

    private static List<String> denying(List<String> command) {
        if (DENIES) {
            command.add(1, DENY);
        }
        return command;
    }
}
