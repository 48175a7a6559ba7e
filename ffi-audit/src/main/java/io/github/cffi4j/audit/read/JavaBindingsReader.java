package io.github.cffi4j.audit.read;

import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.JavaBindings;
import io.github.cffi4j.audit.jni.JniNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the generated bindings among compiled classes: those that read a layout table. */
public final class JavaBindingsReader {
    /** The run time's class that reads a table and compares the fingerprint. */
    private static final String LAYOUT = "io/github/cffi4j/generated/Layout";

    /** How the file of such a class ends: it stands beside the one that people use, {@code GeoNative} beside {@code Geo}. */
    private static final String SUFFIX = "Native.class";

    private JavaBindingsReader() {}

    /** @param classes the folder whose content becomes the main jar */
    public static JavaBindings read(Path classes) throws IOException {
        Map<String, Set<Long>> constants = new TreeMap<>();
        for (Path file : classFiles(classes)) {
            try {
                ClassConstants read = ClassConstants.read(Files.readAllBytes(file));
                if (read.texts().contains(LAYOUT)) {
                    constants
                            .computeIfAbsent(
                                    JniNames.mangled(binding(classes.relativize(file))), name -> new HashSet<>())
                            .addAll(read.longs());
                }
            } catch (MalformedFileException e) {
                throw new IOException(file + " is not a class file: " + e.getMessage(), e);
            }
        }
        // A fingerprint is a constant: a class that only passes layouts on has none.
        return new JavaBindings(constants.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static List<Path> classFiles(Path classes) throws IOException {
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** The class that a cdef became. */
    private static String binding(Path relative) {
        String name = relative.toString().replace(relative.getFileSystem().getSeparator(), ".");
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
