package io.github.cffi4j.compiler.prebuilt;

import io.github.cffi4j.compiler.fetch.FetchedArchive;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder with the files of a prebuilt library.
 *
 * @param archive the name of the archive that it came in; empty if it is a folder of the module
 */
public record PrebuiltSource(Path folder, Optional<String> archive) {

    /** Returns a folder of the module. */
    public static PrebuiltSource of(Path folder) {
        return new PrebuiltSource(folder, Optional.empty());
    }

    /** Returns what was unpacked from an archive, whose hash pins all files. */
    public static PrebuiltSource of(FetchedArchive archive) {
        return new PrebuiltSource(
                archive.folder(), Optional.of(archive.archive().name()));
    }
}
