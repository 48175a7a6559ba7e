package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;

/**
 * C++ in sources and in the preamble: exceptions, streams and static initialisers. Its library is linked in, which the lean
 * link has not; zig compiles it first, a minute or more for each platform.
 */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class CppSourcesIT {
    private static final List<String> PLATFORMS =
            List.of(Host.current().platform().classifier(), "linux-aarch_64", "windows-x86_64");
    private static final String MAIN = "org.example.words.Main";
    private static final String[] PRINTED = {
        "caught: a word has letters", "2 1 -1", "in the preamble: no such word", "longest: static, 3 known"
    };

    private static TestProject project;
    private static BuildOutcome build;

    @BeforeAll
    static void build(Path work) throws Exception {
        project = TestProject.copy("words", work);
        build = project.run(
                        "package",
                        "-Dffi.platforms=" + PLATFORMS.stream().distinct().collect(Collectors.joining(",")))
                .succeeded();
    }

    @Test
    void onTheHost() throws Exception {
        assertThat(build.info())
                .anyMatch(line -> line.contains("libwords.so") && line.endsWith("full link"))
                .anyMatch(line -> line.contains("so the full run time is linked"));
        assertPrinted(JavaProgram.run(classPath(PLATFORMS.get(0)), MAIN));
    }

    @Test
    void onLinuxAarch64() throws Exception {
        String path = classPath("linux-aarch_64").stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        assertPrinted(JavaProgram.run(List.of(
                TestSettings.property("it.aarch64.emulator"),
                "-L",
                TestSettings.property("it.aarch64.root"),
                TestSettings.property("it.aarch64.java"),
                "-cp",
                path,
                MAIN)));
    }

    @Test
    void onWindows() throws Exception {
        assertPrinted(WindowsJava.of(17).run(classPath("windows-x86_64"), MAIN));
    }

    private static void assertPrinted(BuildOutcome program) {
        assertThat(program.succeeded().lines()).containsExactly(PRINTED);
    }

    private static List<Path> classPath(String classifier) {
        return List.of(
                project.jar(),
                project.jar(classifier),
                JavaProgram.jarOf(Arena.class),
                JavaProgram.jarOf(Platform.class),
                JavaProgram.jarOf(NativeLoader.class),
                JavaProgram.jarOf(LoggerFactory.class),
                JavaProgram.jarOf(org.slf4j.nop.NOPServiceProvider.class));
    }
}
