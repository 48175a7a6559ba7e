package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A part of zig's own folder that a link may take into the library. The C library itself is never one. */
public enum RuntimePart {
    /** Arithmetic that processors lack, in Zig. Its licence is zig's own, which has no file in the lib folder. */
    COMPILER_RT("compiler-rt", "libcompiler_rt.a", "MIT", Optional.empty()),
    /** Functions that glibc has no export for, such as {@code stat} before 2.33. */
    GLIBC_NONSHARED(
            "glibc-nonshared",
            "libc_nonshared.a",
            "LGPL-2.1-or-later WITH GNU-compiler-exception",
            Optional.of("libc/glibc/LICENSES")),
    /** The start-up of a DLL, and more in a full link; parts of it are in the public domain, as its licence says. */
    MINGW_W64("mingw-w64", "libffiwindows.a", "ZPL-2.1", Optional.of("libc/mingw/COPYING")),
    LIBCXX("libc++", "libc++.a", "Apache-2.0 WITH LLVM-exception", Optional.of("libcxx/LICENSE.TXT")),
    LIBCXXABI("libc++abi", "libc++abi.a", "Apache-2.0 WITH LLVM-exception", Optional.of("libcxxabi/LICENSE.TXT")),
    LIBUNWIND("libunwind", "libunwind.a", "Apache-2.0 WITH LLVM-exception", Optional.of("libunwind/LICENSE.TXT"));

    private final String title;
    private final String archive;
    private final String license;
    private final Optional<String> licenseFile;

    RuntimePart(String title, String archive, String license, Optional<String> licenseFile) {
        this.title = title;
        this.archive = archive;
        this.license = license;
        this.licenseFile = licenseFile;
    }

    /** The name people know it by. */
    public String title() {
        return title;
    }

    /** An SPDX expression. */
    public String license() {
        return license;
    }

    /** The licence's text, by its path in zig's {@code lib} folder; none if it is zig's own licence. */
    public Optional<String> licenseFile() {
        return licenseFile;
    }

    /**
     * The parts that are in a library that has just been linked.
     *
     * @param said what the linker said: for ELF its map, which names every piece. The linkers of the other formats draw none;
     *     there it is all that they were given
     */
    static Set<RuntimePart> linked(Platform platform, LinkMode mode, SourceLanguage language, String said) {
        Set<RuntimePart> parts = EnumSet.noneOf(RuntimePart.class);
        for (RuntimePart part : given(platform.os(), mode, language)) {
            if (!elf(platform.os()) || said.contains("/" + part.archive + "(")) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static boolean elf(OperatingSystem os) {
        return os == OperatingSystem.LINUX || os == OperatingSystem.FREEBSD;
    }

    private static List<RuntimePart> given(OperatingSystem os, LinkMode mode, SourceLanguage language) {
        List<RuntimePart> parts = new ArrayList<>();
        switch (os) {
            case LINUX -> parts.add(GLIBC_NONSHARED);
            case WINDOWS -> parts.add(MINGW_W64);
            case OSX, FREEBSD -> {}
        }
        if (mode == LinkMode.FULL) {
            parts.add(COMPILER_RT);
            if (language == SourceLanguage.CPP) {
                parts.addAll(List.of(LIBCXX, LIBCXXABI));
                if (os != OperatingSystem.OSX) {
                    // macOS has one of its own.
                    parts.add(LIBUNWIND);
                }
            }
        }
        return parts;
    }
}
