package io.github.cffi4j.compiler.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.verify.ClangMessage.Note;
import io.github.cffi4j.compiler.verify.ClangMessage.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderQuotationTest {
    @TempDir
    private Path folder;

    @Test
    void quotesADeclarationOverSeveralLines() throws IOException {
        assertThat(quoted("int f(\n    int a,   /* the first */\n    int b);\nint g(void);\n", 1, 5))
                .contains("declared in geo.h:1 as int f( int a, /* the first */ int b)");
    }

    @Test
    void leavesOutOtherDeclarationsOnTheLine() throws IOException {
        assertThat(quoted("struct s { int x; }; int f(struct s a); int g;", 1, 26))
                .contains("declared in geo.h:1 as int f(struct s a)");
    }

    @Test
    void namesThePlaceOfWhatIsTooLong() throws IOException {
        assertThat(quoted("int f(\n".repeat(9) + ");", 1, 5)).contains("declared in geo.h:1");
    }

    @Test
    void readsHeadersThatAreNotUtf8() throws IOException {
        Path header = folder.resolve("geo.h");
        Files.write(header, new byte[] {'i', 'n', 't', ' ', 'f', ';', '/', '/', (byte) 0xe9});
        assertThat(quoted(header, 1, 5)).contains("declared in geo.h:1 as int f");
    }

    @Test
    void namesThePlaceInAFileThatIsNotThere() {
        assertThat(quoted(folder.resolve("geo.h"), 3, 1)).contains("declared in geo.h:3");
    }

    @Test
    void namesThePlaceBehindTheEndOfTheFile() throws IOException {
        assertThat(quoted("int f;", 30, 1)).contains("declared in geo.h:30");
    }

    @Test
    void quotesNothingOfTheProbeItself() {
        assertThat(quoted(Path.of(Probe.FILE), 3, 1)).isEmpty();
    }

    private Optional<String> quoted(String text, int line, int column) throws IOException {
        return quoted(Files.writeString(folder.resolve("geo.h"), text), line, column);
    }

    private static Optional<String> quoted(Path header, int line, int column) {
        return HeaderQuotation.of(new ClangMessage(
                new Place(Probe.FILE, 1, 1),
                "too few arguments",
                "",
                List.of(
                        new Note(new Place("other.h", 1, 1), "expanded from macro 'X'"),
                        new Note(new Place(header.toString(), line, column), "'f' declared here"))));
    }
}
