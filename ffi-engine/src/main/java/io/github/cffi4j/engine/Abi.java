package io.github.cffi4j.engine;

import io.github.cffi4j.platform.HostClassifier;

/** A convention by which C functions are called. */
public enum Abi {
    /** x86-64 on Linux, macOS and FreeBSD. */
    SYSTEM_V,
    /** x86-64 on Windows. */
    WINDOWS_X64,
    /** aarch64 on Linux. */
    AAPCS64,
    /** aarch64 on macOS, which packs the stack, and has all variadic arguments there. */
    APPLE_ARM64,
    /** aarch64 on Windows, where variadic functions take everything as integers. */
    WINDOWS_ARM64;

    /**
     * Returns the convention of this machine.
     *
     * @throws UnsupportedOperationException if the engine does not know this machine's
     */
    public static Abi host() {
        return OfThisMachine.ABI;
    }

    /** Returns the convention of a platform, {@code null} if the engine does not know it. */
    static Abi of(String classifier) {
        return switch (classifier) {
            case "linux-x86_64", "linux-x86_64-musl", "osx-x86_64", "freebsd-x86_64" -> SYSTEM_V;
            case "windows-x86_64" -> WINDOWS_X64;
            case "linux-aarch_64", "linux-aarch_64-musl" -> AAPCS64;
            case "osx-aarch_64" -> APPLE_ARM64;
            case "windows-aarch_64" -> WINDOWS_ARM64;
            default -> null;
        };
    }

    boolean windows() {
        return this == WINDOWS_X64 || this == WINDOWS_ARM64;
    }

    private static final class OfThisMachine {
        static final Abi ABI = of(HostClassifier.current());

        static {
            if (ABI == null) {
                throw new UnsupportedOperationException("ffi-engine does not know how C functions are called on "
                        + HostClassifier.current() + "; use Java 22 or later, which has java.lang.foreign");
            }
        }
    }
}
