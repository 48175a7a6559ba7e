package io.github.cffi4j.compiler.toolchain;

import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.Locale;

/** A platform's names in other build systems. */
final class Spellings {
    private Spellings() {}

    /** Returns the platform as {@code configure --host} names it. */
    static String triple(Platform platform) {
        String arch = zigArch(platform);
        return switch (platform.os()) {
            case LINUX -> arch + "-" + (platform.libc() == Libc.MUSL ? "linux-musl" : "linux-gnu" + floatAbi(platform));
            // A number, because configure scripts compare it: 20 is macOS 11.
            case OSX -> arch + "-apple-darwin20";
            case WINDOWS -> (arch.equals("x86") ? "i686" : arch) + "-w64-mingw32";
            case FREEBSD -> arch + "-unknown-freebsd14";
        };
    }

    /** Returns the processor as zig and most others name it. */
    static String zigArch(Platform platform) {
        return platform.arch().zigName();
    }

    static String cmakeSystem(Platform platform) {
        return switch (platform.os()) {
            case LINUX -> "Linux";
            case OSX -> "Darwin";
            case WINDOWS -> "Windows";
            case FREEBSD -> "FreeBSD";
        };
    }

    /** Returns the processor as CMake has it on such a machine: {@code uname -m}, and on Windows an upper-case name. */
    static String cmakeProcessor(Platform platform) {
        String arch = zigArch(platform);
        return switch (arch) {
            case "x86_64" -> platform.os() == OperatingSystem.WINDOWS ? "AMD64" : arch;
            case "aarch64" ->
                switch (platform.os()) {
                    case WINDOWS -> "ARM64";
                    case OSX -> "arm64";
                    case LINUX, FREEBSD -> arch;
                };
            case "powerpc64le" -> "ppc64le";
            case "arm" -> "armv7l";
            default -> arch;
        };
    }

    static String mesonSystem(Platform platform) {
        return cmakeSystem(platform).toLowerCase(Locale.ROOT);
    }

    /** Returns the processor's family as Meson's table has it. */
    static String mesonFamily(Platform platform) {
        String arch = zigArch(platform);
        return arch.equals("powerpc64le") ? "ppc64" : arch;
    }

    private static String floatAbi(Platform platform) {
        return zigArch(platform).equals("arm") ? "eabihf" : "";
    }
}
