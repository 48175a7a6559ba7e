package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a folder of entries below a size by deleting what was not used for longest. Safe while builds use it: who loses an
 * entry makes it anew.
 *
 * @param bytes the most it may hold
 */
record CachePruner(Path folder, long bytes) {
    /** Below the bound, so that not every build has to delete. */
    private static final double KEPT = 0.8;

    /** No build takes that long: what is unfinished then is a killed one's. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private record Aged(Path path, long size, Instant used) {}

    /** Deletes what is too much; what cannot be deleted stays. */
    void prune() {
        List<Aged> entries = entries();
        long total = entries.stream().mapToLong(Aged::size).sum();
        if (total <= bytes) {
            return;
        }
        entries.sort(Comparator.comparing(Aged::used));
        for (Aged entry : entries) {
            if (total <= bytes * KEPT) {
                return;
            }
            delete(entry.path);
            total -= entry.size;
        }
    }

    private List<Aged> entries() {
        List<Aged> entries = new ArrayList<>();
        for (Path shard : list(folder)) {
            for (Path entry : list(shard)) {
                try {
                    BasicFileAttributes attributes =
                            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    Instant used = attributes.lastModifiedTime().toInstant();
                    if (attributes.isRegularFile()) {
                        entries.add(new Aged(entry, attributes.size(), used));
                    } else if (used.isBefore(Instant.now().minus(ABANDONED))) {
                        delete(entry);
                    }
                } catch (IOException e) {
                    // Another build was quicker.
                }
            }
        }
        return entries;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            FileTree.delete(path);
        } catch (IOException e) {
            // In use, on Windows; the next build tries again.
        }
    }
}
