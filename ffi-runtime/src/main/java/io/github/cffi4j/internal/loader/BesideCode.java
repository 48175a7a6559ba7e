package io.github.cffi4j.internal.loader;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The places beside a class's own jar or class folder where a build leaves the native library. A module of the same build, and a
 * program that an IDE or {@code mvn exec:java} starts, have the classes on the class path and nothing else of their module.
 *
 * <ul>
 *   <li>{@code ffi/lib/<classifier>/libgeo.so} beside {@code target/classes} or {@code target/geo-1.0.jar}: what was linked.
 *   <li>{@code geo-1.0-<classifier>.jar} beside {@code geo-1.0.jar}: what was packed, in a build folder as in a repository.
 * </ul>
 *
 * <p>What is found is checked against the pinned digest, as on the class path: docs/decisions/0021-a-module-of-the-same-build.md.
 */
final class BesideCode {
    private BesideCode() {}

    /** The files to look at for a library, in this order; none if the class is from neither a jar nor a folder. */
    static List<File> places(PinnedLibrary library) {
        List<File> places = new ArrayList<>(2);
        File code = Resources.codeSource(library.owner());
        File folder = code == null ? null : code.getParentFile();
        if (folder != null) {
            String path = library.resourcePath();
            String linked = "ffi/lib/" + library.classifier() + path.substring(path.lastIndexOf('/'));
            places.add(new File(folder, linked));
            String name = code.getName();
            if (name.endsWith(".jar") && !code.isDirectory()) {
                String stem = name.substring(0, name.length() - ".jar".length());
                places.add(new File(folder, stem + "-" + library.classifier() + ".jar"));
            }
        }
        return places;
    }

    /** Returns true if one of the places is a file; what is in it is another question. */
    static boolean isPresent(PinnedLibrary library) {
        for (File place : places(library)) {
            if (place.isFile()) {
                return true;
            }
        }
        return false;
    }

    /** The library's bytes in one of the places; empty if they are not there. */
    static Optional<byte[]> read(File place, PinnedLibrary library) throws IOException {
        if (!place.isFile()) {
            return Optional.empty();
        }
        return place.getName().endsWith(".jar")
                ? Resources.ofJar(place, library.resourcePath())
                : Optional.of(Files.readAllBytes(place.toPath()));
    }
}
