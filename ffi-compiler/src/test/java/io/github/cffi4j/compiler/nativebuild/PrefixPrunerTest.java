package io.github.cffi4j.compiler.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefixPrunerTest {
    @TempDir
    Path folder;

    @Test
    void deletesWhatWasNotUsedForLongest() throws Exception {
        Path oldest = prefix("oldest", 9);
        Path old = prefix("old", 5);
        Path newer = prefix("newer", 3);
        Path inUse = prefix("in-use", 0);

        new PrefixPruner(folder, 2500).prune();

        assertThat(oldest).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(newer).exists();
        assertThat(inUse).exists();

        new PrefixPruner(folder, 0).prune();

        assertThat(newer).doesNotExist();
        assertThat(inUse.resolve("lib/libx.a")).exists();
        assertThat(folder).isDirectoryContaining("glob:**/in-use").isDirectoryNotContaining("glob:**.old");
    }

    @Test
    void aUseCounts() throws Exception {
        Path used = prefix("used", 9);
        Path unused = prefix("unused", 5);

        PrefixPruner.used(InstalledPrefix.key(used));
        new PrefixPruner(folder, 1500).prune();

        assertThat(used).exists();
        assertThat(unused).doesNotExist();
    }

    /** A prefix without its key is not whole, and its folder of work has a dot: nobody finishes them. */
    @Test
    void deletesWhatKilledBuildsLeft() throws Exception {
        Path killed = Files.createDirectories(folder.resolve(".zlib.part123/build"));
        Path halfDeleted = Files.createDirectories(folder.resolve("zlib-osx/lib"));
        Path running = Files.createDirectories(folder.resolve(".libpng.part456/build"));
        age(killed.getParent(), 2);
        age(halfDeleted.getParent(), 2);

        new PrefixPruner(folder, 1_000_000).prune();

        assertThat(killed.getParent()).doesNotExist();
        assertThat(halfDeleted.getParent()).doesNotExist();
        assertThat(running).exists();
    }

    private Path prefix(String name, int days) throws IOException {
        Path prefix = folder.resolve(name);
        Files.createDirectories(prefix.resolve("lib"));
        Files.write(prefix.resolve("lib/libx.a"), new byte[1000]);
        Files.createDirectories(InstalledPrefix.key(prefix).getParent());
        Files.writeString(InstalledPrefix.key(prefix), name);
        age(InstalledPrefix.key(prefix), days);
        return prefix;
    }

    private static void age(Path path, int days) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }
}
