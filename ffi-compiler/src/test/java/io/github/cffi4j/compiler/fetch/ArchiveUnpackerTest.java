package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cffi4j.compiler.fetch.TestArchives.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveUnpackerTest {
    /** A kilobyte of zeros as Python's lzma packs it with {@code dict_size=1536 << 20}. */
    private static final String HUGE_DICTIONARY = "fd377a585a000004e6d6b44602002101250000003b787b41e003ff000b5d00006ffd"
            + "ffffa3b77f46320000000c276920976378c300012780080000002e79aeadb1c467fb020000000004595a";

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void createTarget() throws IOException {
        out = Files.createDirectory(folder.resolve("out"));
    }

    static Stream<Arguments> goodArchives() throws IOException {
        Entry[] entries = {
            Entry.program("top/bin/tool", "run me"),
            Entry.file("./top/lib/a.h", "int a;"),
            Entry.file("other", "not wanted")
        };
        return Stream.of(
                arguments("tar.gz", TestArchives.tarGz(entries)),
                arguments("tar.xz", TestArchives.tarXz(entries)),
                arguments("zip", TestArchives.zip(entries)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodArchives")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no executable bit")
    void unpacksBelowAPathAndKeepsExecutableBits(String format, byte[] archive) throws IOException {
        ArchiveUnpacker.below("top/").unpack(write(archive), out);

        assertThat(tree()).containsExactly("bin/tool", "lib/a.h");
        assertThat(out.resolve("bin/tool")).hasContent("run me").isExecutable();
        assertThat(Files.isExecutable(out.resolve("lib/a.h"))).isFalse();
    }

    @Test
    void includesChooseAmongTheFiles() throws IOException {
        byte[] archive = TestArchives.tarGz(
                Entry.directory("src/"),
                Entry.file("src/a.c", "a"),
                Entry.file("src/a.h", "h"),
                Entry.file("src/x/b.c", "b"));

        new ArchiveUnpacker("src", List.of("*.h", "x/*.c"), 100).unpack(write(archive), out);

        assertThat(tree()).containsExactly("a.h", "x/b.c");
    }

    @Test
    void anyNumberOfFoldersMayBeNone() throws IOException {
        byte[] archive = TestArchives.tarGz(
                Entry.file("src/a.h", "a"),
                Entry.file("src/x/b.h", "b"),
                Entry.file("src/x/y/c.h", "c"),
                Entry.file("src/x/y/c.c", "c"));

        new ArchiveUnpacker("src", List.of("**/*.h", "x/**/*.c"), 100).unpack(write(archive), out);

        assertThat(tree()).containsExactly("a.h", "x/b.h", "x/y/c.c", "x/y/c.h");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void linksInsideAreKept() throws IOException {
        byte[] archive = TestArchives.tarGz(
                Entry.link("p/lib/current", "1/a"),
                Entry.file("p/lib/1/a", "content"),
                Entry.hardLink("p/copy", "p/lib/1/a"));

        ArchiveUnpacker.below("p").unpack(write(archive), out);

        assertThat(out.resolve("lib/current")).isSymbolicLink().hasContent("content");
        assertThat(out.resolve("copy")).hasContent("content");
    }

    static Stream<Arguments> hostileArchives() throws IOException {
        Entry good = Entry.file("good", "x");
        return Stream.of(
                arguments("parent", TestArchives.tarGz(good, Entry.file("a/../../evil", "x")), "leave the folder"),
                arguments("parent in zip", TestArchives.zip(good, Entry.file("../evil", "x")), "leave the folder"),
                arguments("absolute", TestArchives.tarGz(good, Entry.file("/evil", "x")), "leave the folder"),
                arguments("backslash", TestArchives.tarGz(Entry.file("..\\evil", "x")), "leave the folder"),
                arguments("drive", TestArchives.tarGz(Entry.file("C:evil", "x")), "leave the folder"),
                arguments("link out", TestArchives.tarGz(Entry.link("l", "../secret")), "out of the folder"),
                arguments("absolute link", TestArchives.tarGz(Entry.link("l", "/")), "out of the folder"),
                arguments("dangling link", TestArchives.tarGz(Entry.link("l", "later")), "leads nowhere"),
                arguments("link out in zip", TestArchives.zip(Entry.link("l", "../secret")), "out of the folder"),
                arguments(
                        "link through a link",
                        TestArchives.tarGz(
                                Entry.directory("d/e/"),
                                Entry.link("d/e/up", "../.."),
                                Entry.link("l", "d/e/up/../secret")),
                        "out of the folder"),
                arguments(
                        "file through a link",
                        TestArchives.tarGz(Entry.link("l", "../secret"), Entry.file("l", "overwritten")),
                        "entry that comes twice: 'l'"),
                arguments(
                        "link below a link",
                        TestArchives.tarGz(good, Entry.link("a", "../outside"), Entry.link("a/pwned", "x")),
                        "entry that comes twice: 'a'"),
                arguments(
                        "link below a link, before it",
                        TestArchives.tarGz(good, Entry.link("a/new/deep", "good"), Entry.link("a", "../outside")),
                        "leads nowhere"),
                arguments(
                        "link below a link in zip",
                        TestArchives.zip(good, Entry.link("a", "../outside"), Entry.link("a/pwned", "x")),
                        "entry that comes twice: 'a'"),
                arguments(
                        "link through a link that is not there yet",
                        TestArchives.tarGz(good, Entry.link("l", "m/outside"), Entry.link("m", "..")),
                        "out of the folder"),
                arguments("link to itself", TestArchives.tarGz(Entry.link("l", "l")), "leads nowhere"),
                arguments(
                        "links in a circle",
                        TestArchives.tarGz(Entry.link("l", "m"), Entry.link("m", "l")),
                        "leads nowhere"),
                arguments(
                        "file in the place of a link",
                        TestArchives.tarGz(Entry.file("a/b", "x"), Entry.link("a", "good")),
                        "entry that comes twice: 'a'"),
                arguments("line feed", TestArchives.tarGz(Entry.file("a\nb.c", "x")), "leave the folder"),
                arguments("deep", TestArchives.tarGz(Entry.file("d/".repeat(2000) + "x", "x")), "4001 characters"),
                arguments(
                        "many dots",
                        TestArchives.tarGz(Entry.file("./".repeat(40_000) + "x", "x")),
                        "80001 characters"),
                arguments("hard link out", TestArchives.tarGz(Entry.hardLink("h", "../secret")), "leave the folder"),
                arguments("hard link to nothing", TestArchives.tarGz(Entry.hardLink("h", "none")), "not unpacked"),
                arguments("pipe", TestArchives.tarGz(Entry.pipe("p")), "is not a file, folder or link"),
                arguments("same file twice", TestArchives.tarGz(good, Entry.file("good", "y")), "comes twice"),
                arguments(
                        "same file, other spelling",
                        TestArchives.tarGz(good, Entry.file("./good", "y")),
                        "comes twice"),
                arguments(
                        "same link twice",
                        TestArchives.tarGz(Entry.link("l", "."), Entry.link("l", "..")),
                        "comes twice"),
                arguments(
                        "bomb", TestArchives.tarXz(Entry.file("zeros", new byte[100_000])), "more than the 5000 bytes"),
                arguments(
                        "bomb in zip",
                        TestArchives.zip(Entry.file("zeros", new byte[100_000])),
                        "more than the 5000 bytes"),
                arguments("cut off", cutOff(), "cannot unpack"),
                arguments(
                        "no archive",
                        "<html>hello</html>".getBytes(StandardCharsets.UTF_8),
                        "not an archive that can be unpacked"),
                arguments("empty file", new byte[0], "not an archive that can be unpacked"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileArchives")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void hostileArchivesAreRefusedAndTouchNothingOutside(String kind, byte[] archive, String reason)
            throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "untouched");
        Path file = write(archive);

        assertThatThrownBy(() -> new ArchiveUnpacker("", List.of(), 5000).unpack(file, out))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll("archive", reason);

        assertThat(secret).hasContent("untouched");
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(folder).isDirectoryNotContaining(path -> !List.of("out", "secret", "archive")
                .contains(path.getFileName().toString()));
    }

    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x', 'g'})
    @DisplayName("names and attributes of an entry that would fill the memory are refused (fault 33)")
    void endlessNames(char type) throws IOException {
        long size = 600L << 20;
        Path archive = folder.resolve("archive");
        try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(archive))) {
            gz.write(TestArchives.tarHeader(type, size));
            byte[] chunk = new byte[1 << 20];
            Arrays.fill(chunk, (byte) 'a');
            byte[] record = (size + " path=a").getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(record, 0, chunk, 0, record.length);
            gz.write(chunk);
            Arrays.fill(chunk, (byte) 'a');
            gz.write(chunk);
            gz.write(chunk);
        }

        assertThatThrownBy(() -> ArchiveUnpacker.all().unpack(archive, out))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("an entry has more than a megabyte of names and attributes");
    }

    @Test
    @DisplayName("an xz dictionary of more than 128 MB is refused (fault 33)")
    void hugeDictionary() throws IOException {
        Path file = write(HexFormat.of().parseHex(HUGE_DICTIONARY));

        assertThatThrownBy(() -> ArchiveUnpacker.all().unpack(file, out))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("MemoryLimitException");
    }

    @Tag("thorough")
    @Test
    @DisplayName("more entries than any tree has are refused (fault 33)")
    void countlessEntries() throws IOException {
        Path archive = folder.resolve("archive");
        try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(archive))) {
            byte[] directory = TestArchives.tarHeader('5', 0);
            for (int i = 0; i <= 1 << 19; i++) {
                gz.write(directory);
            }
            gz.write(new byte[1024]);
        }

        assertThatThrownBy(() -> new ArchiveUnpacker("", List.of("*.h"), 1000).unpack(archive, out))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("more than 524288 entries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "NUL", "aux.c", "Com1", "lpt9.tar.gz", "name.", "name ", "CONIN$"})
    @DisplayName("names that Windows takes for devices or other files are known (fault 33)")
    void oddOnWindows(String name) {
        assertThat(UnpackedTree.isOddOnWindows(name)).isTrue();
        assertThat(UnpackedTree.isOddOnWindows("x" + name + "x")).isFalse();
    }

    @Test
    void nothingWantedNamesWhatThereIs() throws IOException {
        Path archive = write(TestArchives.zip(Entry.file("pkg-1.0/a", "x")));

        assertThatThrownBy(() -> ArchiveUnpacker.below("pkg").unpack(archive, out))
                .hasMessageContainingAll("below pkg/", "at the top it has [pkg-1.0]");
    }

    private static byte[] cutOff() throws IOException {
        byte[] whole = TestArchives.tarGz(Entry.file("a", "content"));
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private Path write(byte[] archive) throws IOException {
        return Files.write(folder.resolve("archive"), archive);
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
