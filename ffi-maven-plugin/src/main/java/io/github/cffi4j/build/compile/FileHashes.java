package io.github.cffi4j.build.compile;

import io.github.cffi4j.build.fetch.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Content hashes of input files, each file read once per build. Thread-safe. */
final class FileHashes {
    private final Map<Path, Optional<String>> known = new ConcurrentHashMap<>();

    /** The hash of a file that does not change during the build; nothing if it is not there. */
    Optional<String> of(Path file) {
        return known.computeIfAbsent(file, FileHashes::hash);
    }

    private static Optional<String> hash(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Sha256.of(file).hex()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
