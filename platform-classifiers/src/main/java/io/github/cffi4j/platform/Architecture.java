package io.github.cffi4j.platform;

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
}
