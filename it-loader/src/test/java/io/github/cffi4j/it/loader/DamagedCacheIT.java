package io.github.cffi4j.it.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a cached file, the next start loads the right bytes, and nothing else is left in the cache. */
class DamagedCacheIT {
    @TempDir
    Path folder;

    private Machine machine;
    private Path file;

    @BeforeEach
    void warmUp() throws Exception {
        machine = new Machine(folder, 0);
        file = machine.start().loaded();
        assertThat(file).isEqualTo(machine.cached(machine.cache));
    }

    @Test
    void truncated() throws Exception {
        Files.write(file, Arrays.copyOf(machine.geo().content(), 4096));

        assertRepaired();
    }

    @Test
    void emptied() throws Exception {
        Files.write(file, new byte[0]);

        assertRepaired();
    }

    @Test
    void aBitFlipped() throws Exception {
        byte[] content = machine.geo().content().clone();
        content[content.length / 2] ^= 1;
        Files.write(file, content);

        assertRepaired();
    }

    @Test
    void replacedByAnotherLibrary() throws Exception {
        Files.write(file, PublishedGeo.otherLibrary());

        assertRepaired();
    }

    @Test
    void replacedByAnotherLibraryOfItsSizeAndTime() throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        Path twin = Files.write(
                file.resolveSibling("twin"),
                Arrays.copyOf(PublishedGeo.otherLibrary(), machine.geo().content().length));
        Files.setLastModifiedTime(twin, time);
        Files.move(twin, file, StandardCopyOption.REPLACE_EXISTING);

        assertRepaired();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void replacedByASymbolicLink() throws Exception {
        Path other = Files.write(folder.resolve("other.so"), PublishedGeo.otherLibrary());
        Files.delete(file);
        Files.createSymbolicLink(file, other);

        assertRepaired();
        assertThat(other).hasBinaryContent(PublishedGeo.otherLibrary());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has access lists instead")
    void unreadable() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        assertThat(machine.start().loaded()).isEqualTo(file);
    }

    @Test
    void replacedByAFolder() throws Exception {
        Files.delete(file);
        Files.createDirectories(file.resolve("full"));

        assertThat(machine.start().loaded())
                .startsWith(machine.folder("home"))
                .hasBinaryContent(machine.geo().content());
    }

    @Test
    void datedByAClockThatJumped() throws Exception {
        for (String time : new String[] {"1970-01-02T00:00:00Z", "2099-01-01T00:00:00Z"}) {
            for (Path path : new Path[] {file, file.getParent(), machine.cache}) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.parse(time)));
            }

            assertRepaired();
        }
    }

    private void assertRepaired() throws IOException, InterruptedException {
        assertThat(machine.start().loaded())
                .isEqualTo(file)
                .hasBinaryContent(machine.geo().content());
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(Machine.files(machine.cache))
                .allSatisfy(other -> assertThat(other.getFileName().toString())
                        .startsWith(file.getFileName().toString())
                        .doesNotEndWith(".tmp"));
    }
}
