package io.github.cffi4j.compiler.sbom;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A library that was built elsewhere.
 *
 * @param name of the source archive; or of the library, if its files are in a folder of the module
 * @param license an SPDX expression, if its files are in a folder and it was told
 * @param texts the files of its licence, for the same
 * @param files its files for the platform, each with a path, a blank and the SHA-256
 */
public record PrebuiltPart(String name, Optional<String> license, List<Path> texts, List<String> files) {
    public PrebuiltPart {
        texts = List.copyOf(texts);
        files = List.copyOf(files);
    }
}
