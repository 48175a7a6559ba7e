package io.github.cffi4j.platform;

import java.util.Optional;

/** The processor architectures that cffi4j builds for, named as os-maven-plugin names them. */
public enum Architecture {
    X86_64("x86_64"),
    AARCH_64("aarch_64");

    private final String classifier;

    Architecture(String classifier) {
        this.classifier = classifier;
    }

    /** The part of a classifier that stands for this architecture, such as {@code aarch_64}. */
    public String classifier() {
        return classifier;
    }

    /** The architecture that a JVM calls this in {@code os.arch}, in any of the spellings there are. */
    public static Optional<Architecture> ofOsArch(String osArch) {
        return switch (Spelling.plain(osArch)) {
            case "x8664", "amd64", "x64" -> Optional.of(X86_64);
            case "aarch64", "arm64" -> Optional.of(AARCH_64);
            default -> Optional.empty();
        };
    }

    /** The classifier part of any architecture, also of those that cffi4j does not build for: {@code riscv64}. */
    static String nameOf(String osArch) {
        Optional<Architecture> known = ofOsArch(osArch);
        return known.isPresent() ? known.get().classifier() : Spelling.foreignArchitecture(osArch);
    }
}
