package io.github.cffi4j.compiler.testrun;

import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A JVM that runs on this machine.
 *
 * @param version of Java
 * @param host the platform of this machine
 */
public record Leg(PlatformJvm jvm, Way way, int version, Platform host) {
    private static final Path MEMORY = Path.of("/dev/shm");

    /** From this version on, Java warns of native code unless it is allowed. */
    private static final int WARNS = 22;

    /** The platform whose library it loads. */
    public Platform platform() {
        return jvm.platform();
    }

    /** The start of a command: what runs java, and the options that it needs there. */
    List<String> command() {
        List<String> command = new ArrayList<>(way.prefix());
        command.add(jvm.java().toString());
        if (emulated()) {
            // An emulator runs the larger compiler and its threads tenfold slower, for code that runs once or twice.
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
            if (platform().arch().bits() < Long.SIZE) {
                // Half of its addresses are the emulator's.
                command.add("-Xmx256m");
                if (Files.isDirectory(MEMORY)) {
                    // A process of 32 bits cannot list the folders of most disks: their places have 64.
                    command.add("-Djava.io.tmpdir=" + MEMORY);
                }
            }
        }
        if (version >= WARNS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        return command;
    }

    /** A path as this JVM's system writes it. Wine has the root folder as a drive. */
    String path(Path path) {
        String absolute = path.toAbsolutePath().normalize().toString();
        return wine() ? "Z:" + absolute.replace('/', '\\') : absolute;
    }

    /** A class path as this JVM's system writes it. */
    String classPath(List<Path> entries) {
        String separator = platform().os() == OperatingSystem.WINDOWS ? ";" : ":";
        return entries.stream().map(this::path).collect(Collectors.joining(separator));
    }

    private boolean emulated() {
        return platform().arch() != host.arch();
    }

    private boolean wine() {
        return platform().os() == OperatingSystem.WINDOWS && host.os() != OperatingSystem.WINDOWS;
    }
}
