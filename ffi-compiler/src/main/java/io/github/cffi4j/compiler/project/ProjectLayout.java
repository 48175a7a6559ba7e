package io.github.cffi4j.compiler.project;

import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the files of a module are. All paths are absolute.
 *
 * @param base the module's folder; it never shows in what is built
 * @param cdefs the root of the cdefs; a cdef's path below it is the Java package
 * @param sources roots of C and C++ sources
 * @param java where generated Java goes
 * @param work where everything else goes, below the module's build folder
 * @param classes the module's class folder, for what goes into the main jar
 */
public record ProjectLayout(Path base, Path cdefs, List<SourceRoot> sources, Path java, Path work, Path classes) {

    public ProjectLayout {
        sources = List.copyOf(sources);
    }

    /** Where generated C goes. */
    public Path glue() {
        return work.resolve("c");
    }

    /** Where what the main jar tells native-image goes: a folder of its own, so that all in it is generated. */
    public Path metadata() {
        return classes.resolve("META-INF/native-image/io.github.cffi4j.binding");
    }

    /** Where what the main jar knows of libraries of the user's system goes. */
    public Path symbols() {
        return classes.resolve("META-INF/cffi4j/abi");
    }

    /** Where the probes go. */
    Path probes() {
        return work.resolve("probe");
    }

    /** Where the object files of a platform go. */
    Path objects(Platform platform) {
        return work.resolve("obj").resolve(platform.classifier());
    }

    /** Where the library of a platform goes. */
    Path library(Platform platform, String library) {
        return work.resolve("lib").resolve(platform.classifier()).resolve(platform.libraryFileName(library));
    }
}
