package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long command lines (fault 26). That zig reads them as they are meant, {@code OddNamesTest} shows. */
class ResponseFileTest {
    @TempDir
    private Path folder;

    @Test
    void isForLongLinesAlone() {
        assertThat(ResponseFile.neededFor(List.of("cc", "-c", "geo.c"))).isFalse();
        assertThat(ResponseFile.neededFor(Collections.nCopies(
                        500, "/a/folder/whose/name/is/long/c0-some_source_or_other.c.o/and/so/on/and/on")))
                .isTrue();
    }

    @Test
    void quotesWhatZigsReaderTakesForMoreThanACharacter() throws Exception {
        List<String> line = ResponseFile.shorten(
                List.of("cc", "plain", "two words", "-DX=\"\\\"\"", "C:\\dir\\", "# none", ""), folder);
        assertThat(line).hasSize(2).first().isEqualTo("cc");
        assertThat(Files.readString(Path.of(line.get(1).substring(1)))).isEqualTo("""
                "plain"
                "two words"
                "-DX=\\"\\\\\\"\\""
                "C:\\dir\\\\"
                "# none"
                ""
                """);
    }

    /** Its reader has no way to write one, and the order of arguments counts for linkers. */
    @Test
    void anApostropheStaysInItsPlaceOnTheLine() throws Exception {
        List<String> line = ResponseFile.shorten(List.of("cc", "a", "it's", "b", "c"), folder);
        assertThat(line).hasSize(4).startsWith("cc").element(2).isEqualTo("it's");
        assertThat(Files.readAllLines(Path.of(line.get(3).substring(1)))).containsExactly("\"b\"", "\"c\"");
    }

    /** So a folder with one in its name leaves little on the line, wherever in an argument it is. */
    @Test
    void pathsBelowAnApostropheAreRelative() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("it's")).resolve("work");
        List<String> arguments = List.of(
                "cc",
                "-o",
                odd + "/lib.so",
                odd + "/-a.o",
                folder.resolve("it's") + "/b'c.o",
                "-L" + odd + "/x",
                "-Wl,-T," + odd + "/map",
                folder + "/other",
                "-DX='");

        NearbyPaths nearby = NearbyPaths.of(arguments).orElseThrow();

        assertThat(nearby.folder()).isEqualTo(folder.resolve("it's"));
        assertThat(nearby.arguments())
                .containsExactly(
                        "cc",
                        "-o",
                        "./work/lib.so",
                        "./work/-a.o",
                        "./b'c.o",
                        "-L./work/x",
                        "-Wl,-T,./work/map",
                        folder + "/other",
                        "-DX='");
        assertThat(NearbyPaths.of(List.of("cc", "-DX='", "/nowhere/it's/a.o"))).isEmpty();
        assertThat(NearbyPaths.of(List.of("cc", folder + "/a.o"))).isEmpty();
    }
}
