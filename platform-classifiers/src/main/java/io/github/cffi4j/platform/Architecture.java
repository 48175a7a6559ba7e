package io.github.cffi4j.platform;

import java.util.Optional;

/** The processor architectures that cffi4j builds for, named as os-maven-plugin names them. */
public enum Architecture {
    X86_64("x86_64", 64, false),
    AARCH_64("aarch_64", 64, false),
    RISCV64("riscv64", 64, false),
    PPCLE_64("ppcle_64", 64, false),
    S390_64("s390_64", 64, true),
    ARM_32("arm_32", 32, false),
    X86_32("x86_32", 32, false);

    private final String classifier;
    private final int bits;
    private final boolean bigEndian;

    Architecture(String classifier, int bits, boolean bigEndian) {
        this.classifier = classifier;
        this.bits = bits;
        this.bigEndian = bigEndian;
    }

    /** The part of a classifier that stands for this architecture, such as {@code aarch_64}. */
    public String classifier() {
        return classifier;
    }

    /** How many bits a pointer has. */
    public int bits() {
        return bits;
    }

    /** Whether the highest byte of a number comes first in memory. */
    public boolean bigEndian() {
        return bigEndian;
    }

    /** The architecture that a JVM calls this in {@code os.arch}, in any of the spellings there are. */
    public static Optional<Architecture> ofOsArch(String osArch) {
        return switch (Spelling.plain(osArch)) {
            case "x8664", "amd64", "x64" -> Optional.of(X86_64);
            case "aarch64", "arm64" -> Optional.of(AARCH_64);
            case "riscv64" -> Optional.of(RISCV64);
            case "ppc64le", "ppcle64" -> Optional.of(PPCLE_64);
            case "s390x", "s39064" -> Optional.of(S390_64);
            case "arm", "arm32" -> Optional.of(ARM_32);
            case "x86", "i386", "i486", "i586", "i686", "x8632" -> Optional.of(X86_32);
            default -> Optional.empty();
        };
    }

    /** The classifier part of any architecture, also of those that cffi4j does not build for: {@code loongarch_64}. */
    static String nameOf(String osArch) {
        Optional<Architecture> known = ofOsArch(osArch);
        return known.isPresent() ? known.get().classifier() : Spelling.foreignArchitecture(osArch);
    }
}
