package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The quickstart's library for linux-aarch_64 really runs: in a JVM for that processor, emulated. Where the emulator and
 * the JVM are is told by {@code .ci/demanding}.
 */
@Tag("demanding")
class QuickstartOnAarch64IT {
    private static final Path QUICKSTART = Path.of(TestSettings.property("it.quickstart"));
    private static final List<String> JAVA = List.of(
            TestSettings.property("it.aarch64.emulator"),
            "-L",
            TestSettings.property("it.aarch64.root"),
            TestSettings.property("it.aarch64.java"));

    @Test
    void jvmIsOfThatArchitecture() throws Exception {
        BuildOutcome settings = JavaProgram.run(java("-XshowSettings:properties", "-version"));

        assertThat(settings.succeeded().lines().stream().map(String::strip)).contains("os.arch = aarch64");
    }

    @Test
    void programPrintsWhatItShould() throws Exception {
        String jar = QUICKSTART.resolve("quickstart-" + TestSettings.VERSION).toString();
        String classPath = String.join(
                File.pathSeparator,
                jar + ".jar",
                jar + "-linux-aarch_64.jar",
                QUICKSTART.resolve("lib").resolve("*").toString());

        BuildOutcome program = JavaProgram.run(java("-cp", classPath, "org.example.weather.Main"));

        assertThat(program.succeeded().lines())
                .containsExactly(
                        "Zugspitze: 24 readings",
                        "latest: reading{celsius=4.5, humidity=83, sky=1, taken=82800}",
                        "mean:   -1.00 degrees",
                        "time 0: 1970-01-01");
    }

    private static List<String> java(String... arguments) {
        return Stream.concat(JAVA.stream(), Stream.of(arguments)).toList();
    }
}
