package io.github.cffi4j.platform;

/** The operating systems that cffi4j builds for, named as os-maven-plugin names them. */
public enum OperatingSystem {
    LINUX("linux"),
    OSX("osx"),
    WINDOWS("windows");

    private final String classifier;

    OperatingSystem(String classifier) {
        this.classifier = classifier;
    }

    /** The part of a classifier that stands for this system, such as {@code osx}. */
    public String classifier() {
        return classifier;
    }
}
