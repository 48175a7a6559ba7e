package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.fetch.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the folder of prefixes below a size by deleting those that were not used for longest. One that was used within a day stays,
 * since a build may be linking with it.
 *
 * @param folder the prefixes of all builds of this user
 * @param bytes the most they may hold
 */
record PrefixPruner(Path folder, long bytes) {
    private static final Duration IN_USE = Duration.ofDays(1);

    private record Aged(Path prefix, Instant used) {}

    /** Notes that a prefix is used. Not with each use: what counts is the day. */
    static void used(Path key) {
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(key).toInstant().isBefore(now.minus(IN_USE.dividedBy(2)))) {
                Files.setLastModifiedTime(key, FileTime.from(now));
            }
        } catch (IOException e) {
            // Only the order in which they are deleted; a folder that cannot be written is as good for the rest.
        }
    }

    /** Deletes what is too much, and what killed builds left. What cannot be deleted stays until the next time. */
    void prune() {
        try {
            Instant recent = Instant.now().minus(IN_USE);
            List<Aged> prefixes = new ArrayList<>();
            for (Path path : list(folder)) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Optional<Instant> used = lastUse(path);
                    if (used.isPresent()) {
                        prefixes.add(new Aged(path, used.get()));
                    } else if (modified(path).isBefore(recent)) {
                        delete(path);
                    }
                }
            }
            prefixes.sort(Comparator.comparing(Aged::used));
            long total = 0;
            for (Aged prefix : prefixes) {
                total += size(prefix.prefix());
            }
            for (Aged prefix : prefixes) {
                if (total <= bytes || prefix.used().isAfter(recent)) {
                    return;
                }
                total -= size(prefix.prefix());
                delete(prefix.prefix());
            }
        } catch (IOException | UncheckedIOException e) {
            // Another build deletes at the same time.
        }
    }

    /** When a whole prefix was used; empty for others. */
    private static Optional<Instant> lastUse(Path prefix) {
        if (prefix.getFileName().toString().startsWith(".")) {
            return Optional.empty();
        }
        try {
            return Optional.of(modified(InstalledPrefix.key(prefix)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Instant modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static long size(Path prefix) throws IOException {
        try (Stream<Path> files = Files.walk(prefix)) {
            long size = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
            return size;
        }
    }

    /** Moves it away first: a prefix is there whole or not at all. */
    private static void delete(Path path) {
        try {
            Path away = path.getFileName().toString().startsWith(".")
                    ? path
                    : Files.move(
                            path,
                            path.resolveSibling("." + path.getFileName() + ".old"),
                            StandardCopyOption.ATOMIC_MOVE);
            FileTree.delete(away);
        } catch (IOException e) {
            // In use, or another build was quicker.
        }
    }
}
