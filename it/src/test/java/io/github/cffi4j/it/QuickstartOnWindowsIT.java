package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quickstart's library for windows-x86_64 really runs: in JVMs for Windows, under Wine. */
@Tag("demanding")
class QuickstartOnWindowsIT {
    private static final Path QUICKSTART = Path.of(TestSettings.property("it.quickstart"));

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void jvmIsOfThatSystem(int version) throws Exception {
        BuildOutcome settings = WindowsJava.of(version).run("-XshowSettings:properties", "-version");

        assertThat(settings.succeeded().lines().stream().map(String::strip))
                .contains("os.arch = amd64", "java.specification.version = " + version)
                .anyMatch(line -> line.startsWith("os.name = Windows"));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void programPrintsWhatItShould(int version) throws Exception {
        String name = "quickstart-" + TestSettings.VERSION;
        List<Path> classPath = new ArrayList<>(
                List.of(QUICKSTART.resolve(name + ".jar"), QUICKSTART.resolve(name + "-windows-x86_64.jar")));
        try (Stream<Path> libraries = Files.list(QUICKSTART.resolve("lib"))) {
            libraries.sorted().forEach(classPath::add);
        }

        BuildOutcome program = WindowsJava.of(version).run(classPath, "org.example.weather.Main");

        assertThat(program.succeeded().lines())
                .containsSequence(
                        "Zugspitze: 24 readings",
                        "latest: reading{celsius=4.5, humidity=83, sky=1, taken=82800}",
                        "mean:   -1.00 degrees",
                        "time 0: 1970-01-01");
    }
}
