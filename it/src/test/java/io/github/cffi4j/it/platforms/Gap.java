package io.github.cffi4j.it.platforms;

import io.github.cffi4j.platform.Platform;
import java.util.List;

/**
 * What is not run, and why.
 *
 * @param what a platform, or a part of one
 * @param instead what stands in for it
 */
record Gap(Platform platform, String what, String why, String instead) {
    private static final String READ =
            "what its loader asks for, exports, each import and the signature are read, by the audit and by LLVM";
    private static final String SYMBOLS = "the audit holds each library to glibc 2.17 by the versions of its symbols";

    /** All that is known. */
    static final List<Gap> ALL = List.of(
            new Gap(Platform.LINUX_X86_64, "glibc 2.17 to 2.30", "no package registry serves a system so old", SYMBOLS),
            new Gap(Platform.LINUX_AARCH_64, "glibc 2.17 to 2.30", "as above", SYMBOLS),
            new Gap(
                    Platform.LINUX_X86_64_MUSL,
                    "FFM",
                    "no package registry serves a JVM for musl that is newer than 17",
                    "FFM on glibc"),
            new Gap(Platform.LINUX_AARCH_64_MUSL, "FFM", "as above", "FFM on glibc"),
            new Gap(
                    Platform.OSX_X86_64,
                    "all",
                    "nothing on Linux runs macOS' programs",
                    READ + "; the ci workflow runs the suite on `macos-15-intel`"),
            new Gap(
                    Platform.OSX_AARCH_64,
                    "all",
                    "nothing on Linux runs macOS' programs",
                    READ + "; the ci workflow runs the suite on `macos-15`"),
            new Gap(
                    Platform.WINDOWS_X86_64,
                    "Windows itself",
                    "Wine is not Windows",
                    "the ci workflow runs the suite on `windows-2025`"),
            new Gap(
                    Platform.WINDOWS_AARCH_64,
                    "all",
                    "Debian's Wine runs x86_64 alone, and no package registry serves a JVM",
                    "imports, exports and headers are read, by the audit and by LLVM; the ci workflow runs the suite on `windows-11-arm`"),
            new Gap(
                    Platform.LINUX_ARM_32,
                    "variadic functions",
                    "which arguments C takes for 64 bits is not known where most have 32: the build refuses them",
                    "wrapped in C, they are functions as any other"),
            new Gap(
                    Platform.LINUX_ARM_32,
                    "callbacks, memory, threads, the soak",
                    "under qemu the suite takes a 32-bit JVM more than five minutes",
                    "they are run on the 64-bit platforms; the quickstart is run"),
            new Gap(
                    Platform.WINDOWS_X86_32,
                    "all",
                    "no package registry serves a JVM",
                    "imports, exports and headers are read, by the audit and by LLVM"),
            new Gap(Platform.FREEBSD_X86_64, "all", "nothing on Linux runs FreeBSD's programs", "as above"));
}
