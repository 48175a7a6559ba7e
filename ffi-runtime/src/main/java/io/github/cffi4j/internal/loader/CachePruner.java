package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Removes what a cache no longer needs: libraries not used for long, and the longest unused ones of a cache that has
 * grown too large. Runs after something was added, never on a warm start. What it cannot remove it leaves.
 */
final class CachePruner {
    static final int UNUSED_DAYS = 90;
    static final long LARGEST = 512L << 20;

    /** Uses are noted by the week, and an entry in use is not taken from under a process that starts now. */
    private static final int SPARED_DAYS = 8;

    private final Path cache;
    private final long now;

    /** @param now in milliseconds, as files are dated */
    CachePruner(Path cache, long now) {
        this.cache = cache;
        this.now = now;
    }

    private record Entry(Path folder, long unusedDays, long size) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return Long.compare(unusedDays, other.unusedDays);
        }
    }

    /** Prunes the cache, but not this entry. */
    void prune(Path added) {
        try {
            List<Entry> entries = new ArrayList<>();
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(cache)) {
                for (Path folder : folders) {
                    if (isEntry(folder)) {
                        entries.add(read(folder));
                    }
                }
            }
            Collections.sort(entries);
            long total = 0;
            for (Entry entry : entries) {
                total += entry.size();
                boolean stale = entry.unusedDays() > UNUSED_DAYS || total > LARGEST && entry.unusedDays() > SPARED_DAYS;
                if (stale && !entry.folder().equals(added)) {
                    remove(entry.folder());
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LoaderLog.debug("cannot prune {}: {}", cache, e.toString());
        }
    }

    private Entry read(Path folder) throws IOException {
        long size = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                size += FileFacts.of(file).size();
            }
        }
        long used = Files.getLastModifiedTime(folder).toMillis();
        return new Entry(folder, TimeUnit.MILLISECONDS.toDays(now - used), size);
    }

    /** A configured cache may have other things in it, which are not ours to touch. */
    private static boolean isEntry(Path path) {
        String name = path.getFileName().toString();
        return name.length() >= Sha256.DIGITS
                && Sha256.isHex(name.substring(0, Sha256.DIGITS))
                && (name.length() == Sha256.DIGITS || name.charAt(Sha256.DIGITS) == '-')
                && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void remove(Path folder) throws IOException {
        LoaderLog.debug("removing {}, which was not used for long", folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
