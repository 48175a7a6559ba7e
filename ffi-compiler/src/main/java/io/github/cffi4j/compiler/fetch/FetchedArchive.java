package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source archive that is there, unpacked.
 *
 * @param folder the root of its sources
 */
public record FetchedArchive(SourceArchive archive, Path folder) {
    /** Below the root of the sources: no compiler looks for anything there. */
    static final String LICENSES = ".licenses";

    /** The texts of its licence, in a fixed order; none if it was not told where they are. */
    public List<Path> licenseTexts() throws IOException {
        if (archive.licenseFiles().isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve(LICENSES))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
