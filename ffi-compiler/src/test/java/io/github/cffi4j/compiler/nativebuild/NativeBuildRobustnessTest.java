package io.github.cffi4j.compiler.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.fetch.FolderContent;
import io.github.cffi4j.compiler.fetch.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of builds that are killed, and whether two users get the same bytes. Needs CMake and make. */
@Tag("demanding")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "native builds need a POSIX shell")
class NativeBuildRobustnessTest {
    private static final int FILES = 12;
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    /** Sources that say where and when they were compiled, if they can. */
    @BeforeEach
    void sources() throws IOException {
        write(folder.resolve("sources"));
    }

    /** Kills at random, so that all steps are met; then a build that nobody disturbs. */
    @Test
    void continuesAfterAnyKill() throws Exception {
        timed("whole");
        Map<String, Sha256> whole = libraries(folder.resolve("whole"));
        assertThat(whole).hasSize(2 * NativeBuildProgram.PLATFORMS.size());
        deleteKeys(folder.resolve("whole"));
        // Now that zig has compiled what it keeps for all builds.
        long longest = timed("whole");

        Random random = new Random(20);
        int killed = 0;
        for (int round = 0; killed < KILLS; round++) {
            assertThat(round).as("builds to kill; each ended before").isLessThan(5 * KILLS);
            Process build = start("killed", Map.of(), "exec \"$@\"");
            if (build.waitFor(random.nextLong(longest), TimeUnit.MILLISECONDS)) {
                assertThat(build.exitValue()).as(log("killed")).isZero();
                // Begun again, so that there is something left to be killed.
                deleteKeys(folder.resolve("killed"));
            } else {
                // As kill -9 does, which leaves the programs alone that it has started.
                build.destroyForcibly().waitFor();
                killed++;
            }
        }
        assertThat(finish(start("killed", Map.of(), "exec \"$@\"")))
                .as(log("killed"))
                .isZero();

        assertThat(libraries(folder.resolve("killed"))).isEqualTo(whole);
    }

    @Test
    void makesTheSameBytesForTwoUsersInTwoFolders() throws Exception {
        write(folder.resolve("another-user/checkout"));

        assertThat(finish(start("first", Map.of("TZ", "Asia/Tokyo", "LC_ALL", "C"), "umask 022; exec \"$@\"")))
                .as(log("first"))
                .isZero();
        Process second = new ProcessBuilder(line(
                        NativeBuildProgram.line(
                                folder.resolve("another-user/checkout"), folder.resolve("a/second-cache")),
                        "umask 077; exec \"$@\""))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("second.log").toFile())
                .directory(Files.createDirectories(folder.resolve("a")).toFile())
                .start();
        assertThat(finish(second)).as(log("second")).isZero();

        Map<String, Sha256> first = libraries(folder.resolve("first"));
        assertThat(first).hasSize(2 * NativeBuildProgram.PLATFORMS.size());
        assertThat(libraries(folder.resolve("a/second-cache"))).isEqualTo(first);
    }

    /** How many milliseconds a build takes. */
    private long timed(String cache) throws Exception {
        long started = System.nanoTime();
        assertThat(finish(start(cache, Map.of(), "exec \"$@\""))).as(log(cache)).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private Process start(String cache, Map<String, String> environment, String shell) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        line(NativeBuildProgram.line(folder.resolve("sources"), folder.resolve(cache)), shell))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(cache + ".log").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static List<String> line(List<String> program, String shell) {
        List<String> line = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
        line.addAll(program);
        return line;
    }

    private static int finish(Process process) throws InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private String log(String name) throws IOException {
        Path log = folder.resolve(name + ".log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** The hash of each prefix, by its name without the hash. */
    private static Map<String, Sha256> libraries(Path cache) throws IOException {
        Map<String, Sha256> hashes = new TreeMap<>();
        try (Stream<Path> prefixes = Files.list(cache.resolve("native/prefixes"))) {
            for (Path prefix : prefixes.filter(
                            path -> !path.getFileName().toString().startsWith("."))
                    .filter(Files::isDirectory)
                    .toList()) {
                String name = prefix.getFileName().toString();
                for (String part : List.of("lib", "include")) {
                    hashes.merge(
                            name.substring(0, name.lastIndexOf('-')),
                            FolderContent.hash(prefix.resolve(part)),
                            (one, other) -> Sha256.of((one.hex() + other.hex()).getBytes(StandardCharsets.US_ASCII)));
                }
            }
        }
        return hashes;
    }

    private static void deleteKeys(Path cache) throws IOException {
        try (Stream<Path> prefixes = Files.list(cache.resolve("native/prefixes"))) {
            for (Path prefix : prefixes.filter(Files::isDirectory).toList()) {
                Files.deleteIfExists(InstalledPrefix.key(prefix));
            }
        }
    }

    private static void write(Path sources) throws IOException {
        Path made = Files.createDirectories(sources.resolve("made"));
        Path cmade = Files.createDirectories(sources.resolve("cmade"));
        for (int i = 0; i < FILES; i++) {
            String text = String.format(
                    Locale.ROOT,
                    "#include <stdio.h>\nint f%1$d(void) { return puts(__FILE__ __DATE__ __TIME__); }\n",
                    i);
            Files.writeString(made.resolve("f" + i + ".c"), text);
            Files.writeString(cmade.resolve("f" + i + ".c"), text);
        }
        Files.writeString(made.resolve("f.h"), "int f0(void);\n");
        Files.writeString(cmade.resolve("f.h"), "int f0(void);\n");
        Files.writeString(made.resolve("Makefile"), """
                OBJECTS = $(patsubst %.c,%.o,$(wildcard *.c))
                libmade.a: $(OBJECTS)
                \trm -f $@
                \t$(AR) rc $@ $(sort $(OBJECTS))
                install: libmade.a
                \tmkdir -p $(DESTDIR)$(PREFIX)/lib $(DESTDIR)$(PREFIX)/include
                \tcp libmade.a $(DESTDIR)$(PREFIX)/lib
                \tcp f.h $(DESTDIR)$(PREFIX)/include
                """);
        Files.writeString(cmade.resolve("CMakeLists.txt"), """
                cmake_minimum_required(VERSION 3.20)
                project(cmade C)
                file(GLOB sources *.c)
                add_library(cmade ${sources})
                install(TARGETS cmade EXPORT cmade)
                install(FILES f.h DESTINATION include)
                install(EXPORT cmade DESTINATION lib/cmake/cmade FILE cmade-config.cmake)
                """);
    }
}
