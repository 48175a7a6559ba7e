package io.github.cffi4j.compiler.testrun;

import io.github.cffi4j.compiler.process.SearchPath;
import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows by what a machine can run the programs of others: qemu and Wine, if they are there, and another C library's loader.
 *
 * @param programs where they are looked for
 * @param host the platform of this machine
 */
public record Emulators(SearchPath programs, Platform host) {
    private static final String LIBRARY_PATH = "LD_LIBRARY_PATH";

    /** The ways to try, the quickest first. */
    List<Way> ways(PlatformJvm jvm) {
        Platform platform = jvm.platform();
        List<Way> ways = new ArrayList<>(List.of(platform == host ? Way.DIRECT : Way.BY_ITSELF));
        if (platform.os() == OperatingSystem.WINDOWS && host.os() != OperatingSystem.WINDOWS) {
            wine().map(wine -> new Way("Wine", List.of(wine.toString()), Map.of("WINEDEBUG", "-all")))
                    .ifPresent(ways::add);
        } else if (platform.os() == OperatingSystem.LINUX && host.os() == OperatingSystem.LINUX) {
            (platform.arch() == host.arch() ? otherLoader(jvm) : qemu(jvm)).ifPresent(ways::add);
        }
        return ways;
    }

    /** What a user can install to run programs of a platform; empty if nothing is known. */
    Optional<String> missing(PlatformJvm jvm) {
        Platform platform = jvm.platform();
        if (platform.os() == OperatingSystem.WINDOWS && wine().isEmpty()) {
            return Optional.of("no wine on the PATH");
        }
        boolean emulated = platform.os() == OperatingSystem.LINUX && platform.arch() != host.arch();
        return emulated && qemuProgram(platform).isEmpty()
                ? Optional.of("no " + qemuNames(platform).get(1) + " on the PATH")
                : Optional.empty();
    }

    private Optional<Path> wine() {
        return Stream.of("wine64", "wine")
                .flatMap(name -> programs.find(name).stream())
                .findFirst();
    }

    private Optional<Way> qemu(PlatformJvm jvm) {
        return qemuProgram(jvm.platform()).map(qemu -> {
            List<String> command = new ArrayList<>(List.of(qemu.toString()));
            jvm.root().or(() -> installed(jvm.platform())).ifPresent(root -> {
                command.add("-L");
                command.add(root.toString());
            });
            if (jvm.platform().libc() == Libc.MUSL) {
                jvm.home().ifPresent(home -> {
                    command.add("-E");
                    command.add(LIBRARY_PATH + "=" + libraries(home));
                });
            }
            return new Way("qemu", command, Map.of());
        });
    }

    /** A JVM for another C library, or a newer one, than this machine's. */
    private static Optional<Way> otherLoader(PlatformJvm jvm) {
        return jvm.root().flatMap(root -> PlatformJvm.loader(root).map(loader -> {
            String libraries = jvm.home().map(Emulators::libraries).orElse("") + multiarch(root, jvm.platform());
            return new Way(
                    jvm.platform().libc() == Libc.MUSL ? "musl's loader" : "its own glibc",
                    List.of(loader.toString()),
                    Map.of(LIBRARY_PATH, libraries));
        }));
    }

    /** The path that musl's launcher wants, to the letter: otherwise it starts itself again, without the emulator. */
    private static String libraries(Path home) {
        return home.resolve("lib/server") + ":" + home.resolve("lib") + ":" + home.resolve("../lib");
    }

    private static String multiarch(Path root, Platform platform) {
        StringBuilder text = new StringBuilder();
        for (String folder : List.of("lib/", "usr/lib/")) {
            Path path = root.resolve(folder + triple(platform));
            if (Files.isDirectory(path)) {
                text.append(':').append(path);
            }
        }
        return text.toString();
    }

    /** The C library of the system's own package for cross-compilers. */
    private static Optional<Path> installed(Platform platform) {
        return Optional.of(Path.of("/usr", triple(platform))).filter(Files::isDirectory);
    }

    private static String triple(Platform platform) {
        return platform.zigTarget().replaceFirst("\\..*", "");
    }

    private Optional<Path> qemuProgram(Platform platform) {
        return qemuNames(platform).stream()
                .flatMap(name -> programs.find(name).stream())
                .findFirst();
    }

    private static List<String> qemuNames(Platform platform) {
        String name = "qemu-" + platform.arch().qemuName();
        return List.of(name + "-static", name);
    }
}
