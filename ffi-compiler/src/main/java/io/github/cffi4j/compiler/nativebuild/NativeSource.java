package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.fetch.FolderContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The sources of a native build.
 *
 * @param folder where they are; nothing is written to it
 * @param archive the name of the source archive, if they come from one
 * @param pinned what stands for their content, if that can never change: the hash of an archive and what was taken of it
 */
public record NativeSource(Path folder, Optional<String> archive, Optional<String> pinned) {

    /** Returns the sources in a folder of the module. */
    public static NativeSource of(Path folder) {
        return new NativeSource(folder, Optional.empty(), Optional.empty());
    }

    /** Returns the sources in an archive. */
    public static NativeSource of(FetchedArchive archive) {
        return new NativeSource(
                archive.folder(),
                Optional.of(archive.archive().name()),
                Optional.of(archive.archive().sha256() + " " + archive.folder().getFileName()));
    }

    /** Returns a text that changes with the content. */
    String identity() throws IOException {
        return pinned.isPresent() ? pinned.get() : "folder " + FolderContent.hash(folder);
    }
}
