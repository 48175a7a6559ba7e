package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A module finds the native library of another module of the same build, in each phase, and an application of that build packs the
 * native jars (fault 1). A module's own program runs as soon as it is compiled (fault 2).
 */
@ExtendWith(WorkFolder.class)
@Tag("demanding")
class SiblingModulesIT {
    private static final String HOST = Host.current().platform().classifier();
    private static final String TESTS_PASSED = "Tests run: 1, Failures: 0, Errors: 0, Skipped: 0";
    private static final String EXEC = "org.codehaus.mojo:exec-maven-plugin:3.6.2:java";

    @ParameterizedTest
    @ValueSource(strings = "3.9.12")
    void testsOfASiblingFindTheLibraryOfACompiledModule(String version, Path work) throws IOException {
        itIsFound(version, work);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.9", "4.0.0-rc-5"})
    void testsOfASiblingFindItWithOtherMavens(String version, Path work) throws IOException {
        itIsFound(version, work);
    }

    private static void itIsFound(String version, Path work) throws IOException {
        TestProject build = TestProject.copy("siblings", work.resolve(version));

        assertThat(run(version, build, "test").info()).anyMatch(line -> line.startsWith(TESTS_PASSED));
        assertThat(natives(build)).as("nothing is packed yet").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.9", "3.9.12", "4.0.0-rc-5"})
    void anApplicationPacksTheNativeJarsOfASibling(String version, Path work) throws Exception {
        TestProject build = TestProject.copy("siblings", work.resolve(version));

        assertThat(run(version, build, "install", "-T2").info()).anyMatch(line -> line.startsWith(TESTS_PASSED));

        assertThat(natives(build)).containsExactly("sibling-library-1.0-" + HOST + ".jar");
        Path target = build.file("application/target");
        assertThat(Jars.files(target.resolve("sibling-application-1.0-boot.jar")))
                .contains("BOOT-INF/lib/sibling-library-1.0-" + HOST + ".jar");
        // Far from the build, so that nothing is beside it.
        Path shaded =
                Files.copy(target.resolve("sibling-application-1.0-shaded.jar"), work.resolve(version + "-shaded.jar"));
        assertThat(JavaProgram.run(List.of(shaded), "org.example.application.Main")
                        .succeeded()
                        .lines())
                .contains("C says 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.9", "3.9.12", "4.0.0-rc-5"})
    void aProgramOfTheModuleRunsWhenItIsCompiled(String version, Path work) throws IOException {
        TestProject build = TestProject.copy("siblings", work.resolve(version));
        String main = "-Dexec.mainClass=org.example.numbers.Main";

        assertThat(run(version, build, "compile", EXEC, "-pl", "library", main).text())
                .contains("C says 4");
        assertThat(run(version, build, EXEC, "-pl", "library", main).text()).contains("C says 4");
    }

    private static BuildOutcome run(String version, TestProject build, String... arguments) {
        return ChildMaven.ofVersion(version, TestSettings.REPOSITORY)
                .run(
                        build.folder(),
                        Stream.concat(Stream.of("-Dffi.platforms=host"), Stream.of(arguments))
                                .toArray(String[]::new))
                .succeeded();
    }

    /** The native jars among those that the application's build copied for run time. */
    private static List<String> natives(TestProject build) throws IOException {
        Path copied = build.file("application/target/lib");
        if (Files.notExists(copied)) {
            return List.of();
        }
        try (Stream<Path> jars = Files.list(copied)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.startsWith("sibling-library-1.0-"))
                    .toList();
        }
    }
}
