package io.github.cffi4j.build.compile;

import io.github.cffi4j.build.fetch.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Content hashes of files, each read once per build unless it looks changed meanwhile. Thread-safe. */
public final class FileHashes {
    private final Map<Path, Hashed> known = new ConcurrentHashMap<>();

    private record Look(long size, FileTime modified, Optional<Object> key) {
        static Look at(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new NoSuchFileException(file.toString());
            }
            return new Look(
                    attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
        }
    }

    private record Hashed(Look look, String hash) {}

    /** All these files as they are now; nothing if one of them is not there. */
    public Optional<List<HashedFile>> of(List<Path> files) {
        List<HashedFile> hashed = new ArrayList<>();
        for (Path file : files) {
            Optional<String> hash = of(file);
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            hashed.add(new HashedFile(file, hash.get()));
        }
        return Optional.of(hashed);
    }

    /** The hash of a file as it is now; nothing if it is not there. */
    public Optional<String> of(Path file) {
        try {
            Look look = Look.at(file);
            Hashed before = known.get(file);
            if (before != null && before.look.equals(look)) {
                return Optional.of(before.hash);
            }
            // The look of before: a file that changes while it is read looks changed the next time.
            Hashed now = new Hashed(look, Sha256.of(file).hex());
            known.put(file, now);
            return Optional.of(now.hash);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
