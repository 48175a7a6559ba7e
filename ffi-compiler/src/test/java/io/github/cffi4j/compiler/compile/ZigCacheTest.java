package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What zig keeps, damaged by a full disk, a killed process or a person. */
@DisplayName("a damaged cache of zig's is noticed and made anew (fault 34)")
class ZigCacheTest {
    @TempDir
    private Path root;

    private final List<String> said = new ArrayList<>();
    private Path folder;
    private Path archive;
    private ZigCache cache;

    @BeforeEach
    void fill() throws IOException {
        folder = root.resolve("zig-cache");
        archive = folder.resolve("o/44a0/libcompiler_rt.a");
        Files.createDirectories(archive.getParent());
        Files.writeString(archive, "!<arch>");
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
        cache = new ZigCache(folder, said::add);
        cache.note();
    }

    @Test
    void staysAsItIs() throws IOException {
        Files.createDirectories(folder.resolve("o/new"));
        Files.writeString(folder.resolve("o/new/another.a"), "a file that was not there before is no damage");
        new ZigCache(folder, said::add).requireWhole();

        assertThat(archive).exists();
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "emptied", "gone", "all gone", "note damaged"})
    void isEmptied(String how) throws IOException {
        switch (how) {
            case "cut" -> Files.writeString(archive, "!<a");
            case "emptied" -> Files.writeString(archive, "");
            case "gone" -> Files.delete(archive);
            case "note damaged" -> Files.writeString(folder.resolve("cffi4j-files"), "\0\0\0");
            default -> {
                Files.delete(archive);
                Files.delete(archive.getParent());
                Files.delete(folder.resolve("o"));
            }
        }

        new ZigCache(folder, said::add).requireWhole();

        assertThat(folder).isEmptyDirectory();
        assertThat(said).hasSize(1).first().asString().contains(folder + " is damaged", "made anew");
        assertThat(root)
                .isDirectoryContaining(path -> path.equals(folder))
                .isDirectoryNotContaining("glob:.zig-cache*");
    }

    @Test
    void aFileThatIsStillWrittenIsNotNoted() throws IOException {
        Path young = Files.writeString(folder.resolve("o/44a0/young.a"), "half");
        cache.note();
        Files.writeString(young, "half and the other half");

        cache.requireWhole();

        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ld.lld: error: /c/zig-cache/o/44a0/libcompiler_rt.a: failed to parse archive: truncated or malformed archive",
                "ld.lld: error: cannot open zig-cache/o/44a0/libcompiler_rt.a: No such file or directory",
                "    note: failed to check cache: invalid manifest file format",
                "error: unable to build glibc shared objects: InvalidFormat"
            })
    void isBlamedOnce(String failure) throws IOException {
        int generation = cache.generation();

        assertThat(cache.emptiedAfter(failure, generation)).isTrue();
        assertThat(folder).isEmptyDirectory();
        Files.createFile(folder.resolve("filled by another thread"));
        assertThat(cache.emptiedAfter(failure, generation)).as("try again").isTrue();
        assertThat(folder).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geo.c:1:1: error: unknown type name 'x'",
                "ld.lld: error: undefined symbol: f",
                ">>> defined at /c/zig-cache/o/44a0/libcompiler_rt.a(x.o)",
                "ld.lld: error: cannot open /home/me/lib/libgeo.a: No such file or directory"
            })
    void isNotBlamedForWhatUsersGotWrong(String failure) throws IOException {
        assertThat(cache.emptiedAfter(failure, cache.generation())).isFalse();
        assertThat(archive).exists();
    }
}
