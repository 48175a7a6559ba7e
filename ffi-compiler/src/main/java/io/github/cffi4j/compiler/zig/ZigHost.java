package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;

/** The machine that compiles. Zig's Linux builds are static: they run on glibc and musl alike. */
public record ZigHost(OperatingSystem os, Architecture arch) {

    /** As zig's releases name it, such as {@code x86_64-linux}. */
    public String name() {
        return arch.zigName() + "-" + os.zigName();
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
