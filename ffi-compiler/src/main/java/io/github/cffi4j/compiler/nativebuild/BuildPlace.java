package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.toolchain.CrossToolchain;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders and programs of one build for one platform.
 *
 * @param toolchain the compilers
 * @param source the sources; a copy in the build folder if the recipe builds among them
 * @param build where it is built
 * @param staging what stands for the root of the file system when it is installed
 * @param prefixes what earlier builds installed
 * @param jobs how many compilers it may run at once
 * @param tools finds programs of this machine
 */
record BuildPlace(
        CrossToolchain toolchain,
        Path source,
        Path build,
        Path staging,
        List<InstalledPrefix> prefixes,
        int jobs,
        HostTools tools) {
    BuildPlace {
        prefixes = List.copyOf(prefixes);
    }
}
