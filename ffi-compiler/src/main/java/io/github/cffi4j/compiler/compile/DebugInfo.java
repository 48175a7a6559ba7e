package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.List;

/** What a debugger finds, and where. */
public enum DebugInfo {
    /** Nothing: what is published by default. */
    NONE,
    /** All of it, in a file beside the library; the library is optimised and stripped as ever, and names that file. */
    SEPARATE,
    /** All of it, in the library, which is not optimised: for a debugger, and not to be published. */
    INSIDE;

    /**
     * Whether a platform's libraries have a file of their own for it. Zig strips, but cannot split: the file is the same library
     * linked without stripping, which has the same code at the same addresses on ELF alone.
     */
    public boolean separate(Platform platform) {
        return this == SEPARATE && isElf(platform);
    }

    /** Whether libraries are linked without symbols. */
    boolean strips() {
        return this != INSIDE;
    }

    /** The compiler's flags. */
    List<String> compilerFlags(Platform platform) {
        return switch (this) {
            case NONE -> List.of("-O2", "-g0");
            case SEPARATE -> List.of("-O2", isElf(platform) ? "-g" : "-g0");
            case INSIDE -> List.of("-O0", "-g", "-fno-omit-frame-pointer");
        };
    }

    private static boolean isElf(Platform platform) {
        return platform.os() == OperatingSystem.LINUX || platform.os() == OperatingSystem.FREEBSD;
    }
}
