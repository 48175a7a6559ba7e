package io.github.cffi4j.platform;

import java.util.Arrays;
import java.util.Optional;

/** The operating systems that cffi4j builds for, named as os-maven-plugin names them. */
public enum OperatingSystem {
    LINUX("linux", "Linux", "lib", ".so"),
    OSX("osx", "macOS", "lib", ".dylib"),
    WINDOWS("windows", "Windows", "", ".dll"),
    FREEBSD("freebsd", "FreeBSD", "lib", ".so");

    private final String classifier;
    private final String displayName;
    private final String libraryPrefix;
    private final String librarySuffix;

    OperatingSystem(String classifier, String displayName, String libraryPrefix, String librarySuffix) {
        this.classifier = classifier;
        this.displayName = displayName;
        this.libraryPrefix = libraryPrefix;
        this.librarySuffix = librarySuffix;
    }

    /** The part of a classifier that stands for this system, such as {@code osx}. */
    public String classifier() {
        return classifier;
    }

    /** The name people use, such as {@code macOS}. */
    public String displayName() {
        return displayName;
    }

    /** What a library's file name begins with, such as {@code lib}. */
    public String libraryPrefix() {
        return libraryPrefix;
    }

    /** What a library's file name ends in, such as {@code .so}. */
    public String librarySuffix() {
        return librarySuffix;
    }

    /** The system that a JVM calls this in {@code os.name}, such as {@code Mac OS X} or {@code Windows 11}. */
    public static Optional<OperatingSystem> ofOsName(String osName) {
        String classifier = HostClassifier.os(osName);
        return Arrays.stream(values())
                .filter(os -> os.classifier.equals(classifier))
                .findFirst();
    }
}
