package io.github.cffi4j.it.platforms;

import io.github.cffi4j.it.TestSettings;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A JVM of a platform that runs here, and the way it takes into C.
 *
 * @param java its version
 * @param jvm whose it is
 */
record Leg(Platform platform, Surroundings surroundings, int java, String jvm, Backend backend) {
    private static final String TEMURIN = "Eclipse Temurin";
    private static final String DEBIAN = "Debian's OpenJDK";
    private static final String ZULU = "Azul Zulu";

    /** Whose legs these tests run: {@code .ci/platforms} and {@code .ci/more-platforms} build for one tier each. */
    static final Tier TIER = Tier.valueOf(System.getProperty("it.tier", Tier.STANDARD.name()));

    /** All that run on one Linux x86_64 machine; the slowest first, since two run at a time. */
    static final List<Leg> ALL = List.of(
            new Leg(Platform.LINUX_AARCH_64, Surroundings.QEMU, 25, TEMURIN, Backend.FFM),
            new Leg(Platform.LINUX_AARCH_64, Surroundings.QEMU_OLD_GLIBC, 17, DEBIAN, Backend.JNI),
            new Leg(Platform.LINUX_AARCH_64_MUSL, Surroundings.QEMU_MUSL, 17, ZULU, Backend.JNI),
            new Leg(Platform.WINDOWS_X86_64, Surroundings.WINE, 17, TEMURIN, Backend.JNI),
            new Leg(Platform.WINDOWS_X86_64, Surroundings.WINE, 25, TEMURIN, Backend.JNI),
            new Leg(Platform.WINDOWS_X86_64, Surroundings.WINE, 25, TEMURIN, Backend.FFM),
            new Leg(Platform.LINUX_X86_64, Surroundings.HOST, 17, "this machine's", Backend.JNI),
            new Leg(Platform.LINUX_X86_64, Surroundings.HOST, 25, "this machine's", Backend.JNI),
            new Leg(Platform.LINUX_X86_64, Surroundings.HOST, 25, "this machine's", Backend.FFM),
            new Leg(Platform.LINUX_X86_64, Surroundings.OLD_GLIBC, 17, DEBIAN, Backend.JNI),
            new Leg(Platform.LINUX_X86_64_MUSL, Surroundings.MUSL, 17, ZULU, Backend.JNI),
            new Leg(Platform.LINUX_ARM_32, Surroundings.QEMU_ARM_32, 17, DEBIAN, Backend.JNI),
            new Leg(Platform.LINUX_RISCV64, Surroundings.QEMU_RISCV64, 21, DEBIAN, Backend.JNI),
            new Leg(Platform.LINUX_PPCLE_64, Surroundings.QEMU_PPCLE_64, 17, DEBIAN, Backend.JNI),
            new Leg(Platform.LINUX_S390_64, Surroundings.QEMU_S390_64, 17, DEBIAN, Backend.JNI));

    /** Those of {@link #TIER}. */
    static List<Leg> ofTier() {
        return ALL.stream().filter(leg -> leg.platform().tier() == TIER).toList();
    }

    /** Returns true if libraries for a platform run here. */
    static boolean runs(Platform platform) {
        return ALL.stream().anyMatch(leg -> leg.platform() == platform);
    }

    /** {@code linux-aarch_64 by qemu, Java 25, FFM}. */
    String name() {
        return String.format(Locale.ROOT, "%s on %s, Java %d, %s", platform, surroundings.description(), java, backend);
    }

    /** What its JVM is started with for the suite. */
    List<String> options() {
        List<String> options = new ArrayList<>(backend.options(java));
        if (surroundings.emulated()) {
            // An emulator runs the larger compiler and its threads tenfold slower, for code that runs once or twice.
            options.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        }
        if (platform.arch().bits() < Long.SIZE) {
            // Half of its addresses are the emulator's.
            options.add("-Xmx256m");
            // Where its lists of files can be had: see LegRun.
            options.add("-Djava.io.tmpdir=/dev/shm");
        }
        return options;
    }

    /** The classes of the suite it runs; empty for all. {@link Gap} says why. */
    Set<String> part() {
        return platform.arch().bits() == Long.SIZE
                ? Set.of()
                : Set.of("CallsIT", "ScalarsIT", "StructsIT", "LayoutsIT", "ErrorsIT", "PinnedIT", "WideIT", "RealsIT");
    }

    /** Tags of the cases that there are not on the platform; {@link Gap} says why. */
    List<String> without() {
        if (platform == Platform.LINUX_PPCLE_64) {
            return List.of("stack-end");
        }
        return platform.arch().bits() == Long.SIZE ? List.of() : List.of("variadic");
    }

    /** Which of the cases it runs. */
    String cases() {
        if (!part().isEmpty()) {
            return "calls, scalars, structs, layouts, errors, arrays, text";
        }
        return without().isEmpty() ? "all" : "all but the end of the stack";
    }

    /** The start of a command: what runs java, told by {@code .ci/platforms}. */
    String launcher() {
        return TestSettings.property("it.java." + surroundings + "." + java);
    }

    /** A path as this JVM's system writes it. Wine has the root folder as a drive. */
    String path(Path path) {
        String absolute = path.toAbsolutePath().normalize().toString();
        return onWindows() ? "Z:" + absolute.replace('/', '\\') : absolute;
    }

    /** A class path as this JVM's system writes it. */
    String classPath(List<Path> entries) {
        return entries.stream().map(this::path).collect(Collectors.joining(onWindows() ? ";" : ":"));
    }

    private boolean onWindows() {
        return platform.os() == OperatingSystem.WINDOWS;
    }
}
