package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real compile caches run zig. They are unpacked below {@code it.launchers}; each has a folder of its own here. */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class CompilerLauncherIT {
    /** A probe, the glue and two sources, for a platform of each kind of object file. */
    private static final int COMPILES = 12;

    private static final String[] BUILD = {
        "clean",
        "process-classes",
        "-Dffi.platforms=linux-x86_64,osx-aarch_64,windows-x86_64",
        "-Dffi.cache.megabytes=0"
    };

    @Test
    void ccacheServesTheSecondBuild(Path work) throws Exception {
        ChildMaven maven =
                ChildMaven.usual().with("CCACHE_DIR", work.resolve("kept").toString());
        Path ccache = program(work, "ccache");

        buildTwice(work, maven, ccache);

        // Some of them directly; what was written this second it preprocesses first.
        assertThat(output(maven, ccache, "--print-stats")).contains("\nlocal_storage_hit\t" + COMPILES + "\n");
    }

    @Test
    void sccacheServesTheSecondBuild(Path work) throws Exception {
        ChildMaven maven = ChildMaven.usual()
                .with("SCCACHE_DIR", work.resolve("kept").toString())
                .with("SCCACHE_SERVER_PORT", "14233");
        Path sccache = program(work, "sccache");
        output(maven, sccache, "--start-server");
        try {
            buildTwice(work, maven, sccache);

            assertThat(output(maven, sccache, "--show-stats"))
                    .containsPattern("Cache hits \\(C/C\\+\\+\\) +" + COMPILES + "\n");
        } finally {
            output(maven, sccache, "--stop-server");
        }
    }

    private static void buildTwice(Path work, ChildMaven maven, Path launcher) throws IOException {
        TestProject project = TestProject.copy("geometry", work);
        // Restricted to the built ones, or the probes were for all.
        project.replace(
                "pom.xml", "<artifactId>ffi-maven-plugin</artifactId>", String.format(Locale.ROOT, """
                <artifactId>ffi-maven-plugin</artifactId>
                <configuration>
                  <compilerLauncher>%s</compilerLauncher>
                  <platforms>
                    <platform>linux-x86_64</platform>
                    <platform>osx-aarch_64</platform>
                    <platform>windows-x86_64</platform>
                  </platforms>
                </configuration>
                """, launcher));
        maven.run(project.folder(), BUILD).succeeded();
        byte[] compiled = Files.readAllBytes(project.file("target/ffi/lib/windows-x86_64/geometry.dll"));
        maven.run(project.folder(), BUILD).succeeded();
        assertThat(project.file("target/ffi/lib/windows-x86_64/geometry.dll")).hasBinaryContent(compiled);
    }

    /** A script, for the program does not find its libraries where it was unpacked. */
    private static Path program(Path work, String name) throws IOException {
        Path root = Path.of(TestSettings.property("it.launchers"));
        String libraries;
        try (Stream<Path> folders = Files.list(root.resolve("lib"))) {
            libraries = folders.filter(folder -> folder.getFileName().toString().endsWith("-linux-gnu"))
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
        }
        Path script = Files.writeString(
                work.resolve(name),
                "#!/bin/sh\nLD_LIBRARY_PATH='" + libraries + "' exec '"
                        + root.resolve("bin").resolve(name) + "' \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static String output(ChildMaven maven, Path program, String argument) throws Exception {
        Path said = program.resolveSibling("said");
        ProcessBuilder builder = new ProcessBuilder(program.toString(), argument)
                .redirectOutput(said.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(maven.environment());
        assertThat(builder.start().waitFor()).isZero();
        return Files.readString(said);
    }
}
