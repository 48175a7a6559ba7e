package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;

/**
 * Four C libraries built by their own build systems, from crates: zlib by a command, libpng on it and libgit2 by CMake, LZ4 by
 * make. On a machine that does its best to be found.
 */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class NativeBuildsIT {
    private static final String HOST = Host.current().platform().classifier();
    private static final List<String> PLATFORMS = List.of(HOST, "osx-aarch_64", "windows-x86_64");

    private static TestProject project;
    private static BuildOutcome build;

    @BeforeAll
    static void build(Path work) throws Exception {
        project = TestProject.copy("nativebuilds", work);
        forgetEarlierBuilds();
        build = poisoned(work).run(project.folder(), "verify", "-Dffi.platforms=" + String.join(",", PLATFORMS));
    }

    @Test
    void linksTheLibrariesIntoOneForEachPlatform() throws Exception {
        assertThat(build.succeeded().info())
                .anyMatch(line -> line.matches(" {2}windows-x86_64 +it-libgit2: done in \\d+ s"))
                .anyMatch(line -> line.matches(" {2}osx-aarch_64 +it-libpng: done in \\d+ s"))
                .anyMatch(line -> line.contains("libnativebuilds.so") && !line.contains("full link"));
        for (String platform : PLATFORMS) {
            assertThat(project.jar(platform)).isNotEmptyFile();
            assertThat(project.file("target/ffi/native/" + platform + "/it-libgit2.log"))
                    .content()
                    .doesNotContain("poison", "/usr/include");
        }
    }

    @Test
    void callsThemOnThisMachine(Path work) throws Exception {
        build.succeeded();
        Path repository = work.resolve("repository");

        BuildOutcome program = JavaProgram.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(
                        File.pathSeparator,
                        Stream.of(
                                        project.jar(),
                                        project.jar(HOST),
                                        JavaProgram.jarOf(Arena.class),
                                        JavaProgram.jarOf(Platform.class),
                                        JavaProgram.jarOf(NativeLoader.class),
                                        JavaProgram.jarOf(LoggerFactory.class),
                                        JavaProgram.jarOf(org.slf4j.nop.NOPServiceProvider.class))
                                .map(Path::toString)
                                .toList()),
                "org.example.nativebuilds.Main",
                repository.toString()));

        assertThat(program.succeeded().lines())
                .containsExactly(
                        "zlib 1.4", "libpng 10644", "LZ4 11000 true", "libgit2 made a repository: 0, empty: 1");
        assertThat(repository.resolve("HEAD")).content().startsWith("ref: refs/heads/");
    }

    @Test
    void namesThemInTheBillOfMaterials() throws Exception {
        build.succeeded();
        String bom = new String(
                Jars.read(project.jar("windows-x86_64"), "META-INF/sbom/nativebuilds-windows-x86_64.cdx.json"),
                StandardCharsets.UTF_8);

        assertThat(bom)
                .contains("7f7c568b25d7489bc3fb2988ed69ab111d2944d2f5fec3d5c987fe545ea97b50")
                .contains("crate:libgit2-sys@0.18.8+1.9.7")
                .contains("USE_HTTPS=OFF", "TARGET_OS=Linux", "CMake");
    }

    @Test
    void buildsNothingTwice() {
        build.succeeded();

        BuildOutcome again = project.run("verify", "-Dffi.platforms=" + String.join(",", PLATFORMS));

        assertThat(again.succeeded().info()).noneMatch(line -> line.contains("it-libgit2"));
    }

    /** A user's variables, each of which has misled a build. */
    private static ChildMaven poisoned(Path work) throws IOException {
        Path host = Files.createDirectories(work.resolve("poison/include")).getParent();
        for (String header : List.of("zlib.h", "png.h", "lz4.h", "git2.h", "pcre2.h", "regex.h")) {
            Files.writeString(host.resolve("include").resolve(header), "#error \"poison of the host\"\n");
        }
        return ChildMaven.usual()
                .with("CPATH", host.resolve("include").toString())
                .with("C_INCLUDE_PATH", host.resolve("include").toString())
                .with("CFLAGS", "-I" + host.resolve("include") + " -DPOISON")
                .with("CPPFLAGS", "-DPOISON")
                .with("LDFLAGS", "-lpoison")
                .with("CC", "/nowhere/cc")
                .with("CMAKE_PREFIX_PATH", host.toString())
                .with("PKG_CONFIG_PATH", "/usr/lib/x86_64-linux-gnu/pkgconfig:/usr/share/pkgconfig")
                .with("MAKEFLAGS", "CC=/nowhere/cc")
                .with("LIBRARY_PATH", host.toString())
                .with("CMAKE_INCLUDE_PATH", host.resolve("include").toString())
                .with("CMAKE_INSTALL_MODE", "ABS_SYMLINK")
                .with("CMAKE_GENERATOR_PLATFORM", "poison")
                .with("ZLIB_ROOT", host.toString())
                .with("LDLIBS", "-lpoison")
                .with("LIBS", "-lpoison")
                .with("CCC_OVERRIDE_OPTIONS", "#+-DPOISON")
                .with("ZIG_LIBC", host.resolve("libc.txt").toString());
    }

    /** Builds of this test's names, which nobody else has. */
    private static void forgetEarlierBuilds() throws IOException {
        Path prefixes = Path.of(System.getProperty("user.home"), ".cache/cffi4j/native/prefixes");
        if (Files.isDirectory(prefixes)) {
            try (Stream<Path> all = Files.list(prefixes)) {
                for (Path prefix : all.filter(
                                path -> path.getFileName().toString().startsWith("it-"))
                        .filter(Files::isDirectory)
                        .toList()) {
                    Files.deleteIfExists(prefix.resolve(".cffi4j/key"));
                }
            }
        }
    }
}
