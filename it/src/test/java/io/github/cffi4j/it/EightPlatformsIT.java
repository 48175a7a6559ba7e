package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;

/** One {@code mvn package} gives a jar per platform, each with the right library, and the program runs from them. */
@ExtendWith(WorkFolder.class)
class EightPlatformsIT {
    private static TestProject project;
    private static BuildOutcome build;

    @BeforeAll
    static void packageForAllPlatforms(Path work) throws IOException {
        project = TestProject.copy("geometry", work);
        build = project.run("package").succeeded();
    }

    @ParameterizedTest
    @CsvSource({
        "linux-x86_64,        META-INF/lib/linux_64/libgeometry.so,         ELF x86_64",
        "linux-aarch_64,      META-INF/lib/linux_arm64/libgeometry.so,      ELF aarch64",
        "linux-x86_64-musl,   META-INF/lib/linux_musl_64/libgeometry.so,    ELF x86_64",
        "linux-aarch_64-musl, META-INF/lib/linux_musl_arm64/libgeometry.so, ELF aarch64",
        "osx-x86_64,          META-INF/lib/osx_64/libgeometry.dylib,        Mach-O x86_64",
        "osx-aarch_64,        META-INF/lib/osx_arm64/libgeometry.dylib,     Mach-O aarch64",
        "windows-x86_64,      META-INF/lib/windows_64/geometry.dll,         PE x86_64",
        "windows-aarch_64,    META-INF/lib/windows_arm64/geometry.dll,      PE aarch64",
    })
    void jarHasTheLibraryOfItsPlatformAndTheMainJarPinsIt(String classifier, String file, String format)
            throws IOException {
        assertThat(Jars.files(project.jar(classifier))).contains("module-info.class", file);
        byte[] library = Jars.read(project.jar(classifier), file);
        assertThat(BinaryFormat.of(library)).isEqualTo(format);
        assertThat(pins()).containsEntry(classifier, Jars.sha256(library));
    }

    @Test
    void pinsNameTheArtifactAndEveryPlatform() throws IOException {
        assertThat(pins())
                .hasSize(11)
                .containsEntry("artifact", "org.example:geometry:1.0")
                .containsEntry("contract", "1")
                .containsEntry("bindings", "org.example.geo.Geo");
        assertThat(pins().stringPropertyNames()).containsAll(Platform.classifiers(Tier.STANDARD));
    }

    @Test
    void tableListsEachPlatformWithFileSizeAndTime() {
        List<String> rows =
                build.info().stream().filter(line -> line.startsWith("  ")).toList();
        assertThat(rows)
                .hasSize(8)
                .allMatch(row ->
                        row.matches("  [a-z]\\S+ +(lib)?geometry\\.(so|dylib|dll) +\\d+\\.\\d kB +\\d+\\.\\d s"));
        assertThat(rows.stream().map(row -> row.strip().split(" ")[0])).isEqualTo(Platform.classifiers(Tier.STANDARD));
        assertThat(rows.stream().map(String::length).distinct()).hasSize(1);
    }

    @Test
    void mainJarHasNoLibrary() throws IOException {
        assertThat(Jars.files(project.jar())).noneMatch(name -> name.startsWith("META-INF/lib/"));
    }

    @Test
    void programRunsFromTheJarsAlone() throws Exception {
        String host = Host.current().platform().classifier();
        BuildOutcome program = JavaProgram.run(
                List.of(
                        project.jar(),
                        project.jar(host),
                        JavaProgram.jarOf(Arena.class),
                        JavaProgram.jarOf(Platform.class),
                        JavaProgram.jarOf(NativeLoader.class),
                        JavaProgram.jarOf(LoggerFactory.class),
                        JavaProgram.jarOf(org.slf4j.nop.NOPServiceProvider.class)),
                "org.example.geo.Main");
        assertThat(program.succeeded().lines()).containsExactly("a triangle in 2 dimensions", "distance: 5.0");
    }

    private static Properties pins() throws IOException {
        Properties pins = new Properties();
        pins.load(new StringReader(
                new String(Jars.read(project.jar(), "META-INF/cffi4j/geometry.properties"), StandardCharsets.UTF_8)));
        return pins;
    }
}
