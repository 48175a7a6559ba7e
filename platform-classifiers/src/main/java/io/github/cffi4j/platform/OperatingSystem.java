package io.github.cffi4j.platform;

import java.util.Optional;

/** The operating systems that cffi4j builds for, named as os-maven-plugin names them. */
public enum OperatingSystem {
    LINUX("linux", "Linux"),
    OSX("osx", "macOS"),
    WINDOWS("windows", "Windows");

    private final String classifier;
    private final String displayName;

    OperatingSystem(String classifier, String displayName) {
        this.classifier = classifier;
        this.displayName = displayName;
    }

    /** The part of a classifier that stands for this system, such as {@code osx}. */
    public String classifier() {
        return classifier;
    }

    /** The name people use, such as {@code macOS}. */
    public String displayName() {
        return displayName;
    }

    /** The system that a JVM calls this in {@code os.name}, such as {@code Mac OS X} or {@code Windows 11}. */
    public static Optional<OperatingSystem> ofOsName(String osName) {
        String plain = Spelling.plain(osName);
        if (plain.startsWith("linux")) {
            return Optional.of(LINUX);
        }
        if (plain.startsWith("mac") || plain.startsWith("osx") || plain.startsWith("darwin")) {
            return Optional.of(OSX);
        }
        return plain.startsWith("windows") ? Optional.of(WINDOWS) : Optional.empty();
    }
}
