package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileLook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Content hashes of files, each read once unless it looks changed meanwhile. Thread-safe. */
public final class FileHashes {
    private final Map<Path, HashedFile> known = new ConcurrentHashMap<>();

    /** All these files as they are now; nothing if one of them is not there. */
    public Optional<List<HashedFile>> of(List<Path> files) {
        List<HashedFile> hashed = new ArrayList<>();
        for (Path file : files) {
            Optional<HashedFile> now = of(file);
            if (now.isEmpty()) {
                return Optional.empty();
            }
            hashed.add(now.get());
        }
        return Optional.of(hashed);
    }

    /** The file as it is now; nothing if it is not there. */
    public Optional<HashedFile> of(Path file) {
        try {
            String look = FileLook.at(file);
            HashedFile before = known.get(file);
            if (before != null && before.look().equals(look)) {
                return Optional.of(before);
            }
            HashedFile now = HashedFile.of(file, look);
            known.put(file, now);
            return Optional.of(now);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as it is now, if its content is still what it was, in this build or one before. */
    Optional<HashedFile> unchanged(HashedFile noted) {
        known.putIfAbsent(noted.path(), noted);
        return of(noted.path()).filter(now -> now.hash().equals(noted.hash()));
    }
}
