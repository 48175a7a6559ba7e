package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;

/** The machine that compiles. Zig's Linux builds are static: they run on glibc and musl alike. */
public record ZigHost(OperatingSystem os, Architecture arch) {

    /** As zig's releases name it, such as {@code x86_64-linux}. */
    public String name() {
        String machine =
                switch (arch) {
                    case X86_64 -> "x86_64";
                    case AARCH_64 -> "aarch64";
                    case RISCV64 -> "riscv64";
                    case PPCLE_64 -> "powerpc64le";
                    case S390_64 -> "s390x";
                    case ARM_32 -> "arm";
                    case X86_32 -> "x86";
                };
        String system =
                switch (os) {
                    case LINUX -> "linux";
                    case OSX -> "macos";
                    case WINDOWS -> "windows";
                    case FREEBSD -> "freebsd";
                };
        return machine + "-" + system;
    }

    /** The file name of the program. */
    public String executableName() {
        return os == OperatingSystem.WINDOWS ? "zig.exe" : "zig";
    }

    /** The extension of the official archives. */
    String archiveExtension() {
        return os == OperatingSystem.WINDOWS ? "zip" : "tar.xz";
    }

    @Override
    public String toString() {
        return name();
    }
}
