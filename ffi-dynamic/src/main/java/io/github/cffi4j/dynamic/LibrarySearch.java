package io.github.cffi4j.dynamic;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.engine.NativeLibrary;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens libraries by the names that people give them. No file is tested for: macOS has its own libraries in a cache only. */
final class LibrarySearch {
    private LibrarySearch() {}

    /** Opens the first of some libraries that the system's loader takes. */
    static NativeLibrary open(Platform platform, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("name a library, or call openProcess() for the C library");
        }
        List<String> tried = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String name : names) {
            for (String candidate : candidates(platform.os(), name, others)) {
                try {
                    return NativeLibrary.open(candidate);
                } catch (UnsatisfiedLinkError refused) {
                    tried.add(refused.getMessage());
                }
            }
        }
        throw notFound(tried, others);
    }

    /** Opens a file. */
    static NativeLibrary open(Path file) {
        try {
            return NativeLibrary.open(file.toAbsolutePath().toString());
        } catch (UnsatisfiedLinkError refused) {
            throw notFound(List.of(refused.getMessage()), List.of());
        }
    }

    private static NativeLibraryNotFoundException notFound(List<String> tried, List<String> others) {
        StringBuilder message = new StringBuilder("no library could be opened:");
        tried.forEach(attempt -> message.append("\n  ").append(attempt));
        if (!others.isEmpty()) {
            message.append("\n  there is:     ").append(String.join(" ", others));
        }
        message.append("\n  this machine: ")
                .append(Host.current().candidateName())
                .append(", Java ")
                .append(Runtime.version())
                .append("\n  what to do:   install the package that has it, or give open(...) the path of the file");
        return new NativeLibraryNotFoundException(message.toString());
    }

    /**
     * Returns what to ask the system's loader for.
     *
     * @param others gets the libraries that are there, of which the name does not tell one
     */
    private static List<String> candidates(OperatingSystem os, String name, List<String> others) {
        if (isFile(name)) {
            return List.of(name);
        }
        return switch (os) {
            case LINUX -> linux(name, others);
            case FREEBSD -> List.of("lib" + name + ".so", name);
            case OSX ->
                List.of(
                        "lib" + name + ".dylib",
                        "/usr/lib/lib" + name + ".dylib",
                        "/System/Library/Frameworks/" + name + ".framework/" + name,
                        "/opt/homebrew/lib/lib" + name + ".dylib",
                        "/usr/local/lib/lib" + name + ".dylib");
            case WINDOWS -> List.of(name + ".dll", "lib" + name + ".dll");
        };
    }

    private static boolean isFile(String name) {
        return name.indexOf('/') >= 0
                || name.indexOf('\\') >= 0
                || name.endsWith(".so")
                || name.contains(".so.")
                || name.endsWith(".dylib")
                || name.endsWith(".dll");
    }

    /**
     * Only packages for developers have {@code libz.so}; users have {@code libz.so.1}. If there is one number, it is meant; if
     * there are several, only the author knows which.
     */
    private static List<String> linux(String name, List<String> others) {
        List<String> known = LinkerCache.sonames(name);
        if (known.size() == 1) {
            return List.of(known.get(0), "lib" + name + ".so");
        }
        others.addAll(known);
        return known.isEmpty() ? List.of("lib" + name + ".so", name) : List.of("lib" + name + ".so");
    }
}
