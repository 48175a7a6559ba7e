package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachePrunerTest {
    private static final long NOW = TimeUnit.DAYS.toMillis(20_000);

    @TempDir
    Path cache;

    @Test
    void whatWasNotUsedForLongGoes() throws IOException {
        Path old = entry('a', 91, 10);
        Path copy = Files.move(entry('d', 91, 10), cache.resolve("d".repeat(64) + "-3"));
        Path young = entry('b', 89, 10);

        prune(entry('c', 0, 10));

        assertThat(old).doesNotExist();
        assertThat(copy).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void theLongestUnusedGoWhenTheCacheIsTooLarge() throws IOException {
        Path oldest = entry('a', 30, CachePruner.LARGEST / 2);
        Path older = entry('b', 20, CachePruner.LARGEST / 4);
        Path added = entry('c', 0, CachePruner.LARGEST / 2);

        prune(added);

        assertThat(oldest).doesNotExist();
        assertThat(older).exists();
        assertThat(added).exists();
    }

    @Test
    void whatMayBeInUseStaysHoweverLargeTheCache() throws IOException {
        Path recent = entry('a', 8, CachePruner.LARGEST);
        Path future = entry('b', -400, CachePruner.LARGEST);

        prune(entry('c', 0, CachePruner.LARGEST));

        assertThat(recent).exists();
        assertThat(future).exists();
    }

    @Test
    void whatIsNotOursStays() throws IOException {
        Path stranger = Files.createDirectory(cache.resolve("photos"));
        Files.setLastModifiedTime(stranger, FileTime.fromMillis(0));
        Path file = Files.createFile(cache.resolve("e".repeat(64)));
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        prune(entry('c', 0, 10));

        assertThat(stranger).exists();
        assertThat(file).exists();
    }

    private void prune(Path added) {
        new CachePruner(cache, NOW).prune(added);
    }

    private Path entry(char digit, int unusedDays, long size) throws IOException {
        Path folder = Files.createDirectory(cache.resolve(String.valueOf(digit).repeat(64)));
        // Sparse: it takes no room.
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("libgeo.so").toFile(), "rw")) {
            file.setLength(size);
        }
        Files.setLastModifiedTime(folder, FileTime.fromMillis(NOW - TimeUnit.DAYS.toMillis(unusedDays)));
        return folder;
    }
}
