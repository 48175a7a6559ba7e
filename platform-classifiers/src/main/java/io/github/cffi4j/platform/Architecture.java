package io.github.cffi4j.platform;

import java.util.Arrays;
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
        String classifier = HostClassifier.architecture(osArch);
        return Arrays.stream(values())
                .filter(arch -> arch.classifier.equals(classifier))
                .findFirst();
    }
}
