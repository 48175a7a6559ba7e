package io.github.cffi4j.it.contract.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.it.contract.Calls;
import io.github.cffi4j.it.contract.JavaCommand;
import io.github.cffi4j.it.contract.Pinned;
import io.github.cffi4j.it.contract.Scalars;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What native-image is told is what a program looks up, on each way into C; and GraalVM's own parser takes it. */
@Tag("images")
@Tag("thorough")
class ReachabilityIT {
    private static final String RUNTIME = "io.github.cffi4j/ffi-runtime";
    private static final List<String> BINDINGS = Stream.of(Calls.class, Pinned.class, Scalars.class)
            .map(type -> "io.github.cffi4j.binding/" + type.getName())
            .toList();

    private static final RecordedLookups RECORDED = new RecordedLookups();

    @TempDir
    private Path folder;

    @BeforeAll
    static void record() throws Exception {
        RECORDED.record(JavaCommand.classPath("-Dcffi4j.backend=ffm", "--enable-native-access=ALL-UNNAMED"));
        RECORDED.record(JavaCommand.modulePath("--enable-native-access=" + JavaCommand.MODULE));
        RECORDED.record(JavaCommand.modulePath("-Dcffi4j.backend=ffm", "--enable-native-access=" + JavaCommand.MODULE));
    }

    @Test
    void theRuntimeListsWhatItLooksUp() throws Exception {
        assertThat(ofBindings(RECORDED.names(), false))
                .isEqualTo(Metadata.of(RUNTIME).names());
    }

    @Test
    void bindingsListWhatTheyLookUpAndLink() throws Exception {
        Set<String> names = new TreeSet<>();
        Set<String> calls = new TreeSet<>();
        for (String owner : BINDINGS) {
            names.addAll(Metadata.of(owner).names());
            calls.addAll(Metadata.of(owner).calls());
        }

        assertThat(names).containsAll(ofBindings(RECORDED.names(), true));
        assertThat(calls).containsAll(RECORDED.downcalls()).containsAll(RECORDED.upcalls());
        assertThat(RECORDED.upcalls()).containsExactly("(i4j8)v");
        assertThat(RECORDED.downcalls()).hasSizeGreaterThan(3).anyMatch(call -> call.endsWith("critical with arrays"));
    }

    /** native-image-configure is that parser, and fails on anything it does not know. */
    @Test
    void graalTakesTheFiles() throws Exception {
        for (String owner : Stream.concat(Stream.of(RUNTIME, "io.github.cffi4j/it-contract"), BINDINGS.stream())
                .toList()) {
            Files.writeString(folder.resolve("reachability-metadata.json"), Metadata.text(owner));
            assertThat(parsed()).as(owner).contains("exit 0").doesNotContain("Exception");
        }

        Files.writeString(
                folder.resolve("reachability-metadata.json"),
                Metadata.text(RUNTIME).replace("\"methods\"", "\"method\""));
        assertThat(parsed()).contains("Unknown attribute(s) [method]");
    }

    private String parsed() throws Exception {
        Process process = new ProcessBuilder(
                        JavaCommand.JAVA,
                        "-cp",
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.contains("graalvm"))
                                .collect(Collectors.joining(File.pathSeparator)),
                        "com.oracle.svm.configure.ConfigurationTool",
                        "generate",
                        "--input-dir=" + folder,
                        "--output-dir=" + folder.resolve("out"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit " + process.waitFor();
    }

    private static Set<String> ofBindings(Set<String> names, boolean wanted) {
        return names.stream()
                .filter(name -> name.contains("Native.") == wanted)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
