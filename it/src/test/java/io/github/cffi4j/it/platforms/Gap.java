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
            "the audit and LLVM read what its loader asks for, the exports, each import and the signature";
    private static final String SYMBOLS = "the audit checks each library's symbol versions against glibc 2.17";

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
                    "Debian's Wine runs only x86_64, and no package registry serves a JVM",
                    "the audit and LLVM read imports, exports and headers; the ci workflow runs the suite on `windows-11-arm`"),
            new Gap(
                    Platform.LINUX_ARM_32,
                    "variadic functions",
                    "nothing tells which arguments C takes as 64 bits if most have 32, so the build refuses them",
                    "a wrapper in C is a function like any other"),
            new Gap(
                    Platform.LINUX_ARM_32,
                    "callbacks, memory, threads, the soak",
                    "under qemu, a 32-bit JVM takes more than five minutes for the suite",
                    "the 64-bit platforms run them, and this one runs the quickstart"),
            new Gap(
                    Platform.LINUX_PPCLE_64,
                    "callbacks at the end of the stack",
                    "under qemu, this JVM often ends at a `StackOverflowError` of a program that is all Java",
                    "the other 64-bit platforms run them"),
            new Gap(
                    Platform.WINDOWS_X86_32,
                    "all",
                    "no package registry serves a JVM",
                    "the audit and LLVM read imports, exports and headers"),
            new Gap(Platform.FREEBSD_X86_64, "all", "nothing on Linux runs FreeBSD's programs", "as above"),
            new Gap(
                    Platform.LINUX_LOONGARCH_64,
                    "all",
                    "no package registry serves a JVM",
                    "the audit and LLVM read the exports and each import with its version"));
}
