package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DependencyFileTest {

    @Test
    void readsContinuationLines() {
        assertThat(DependencyFile.parse("geo.o: geo.c \\\n  geo.h \\\r\n  lib/stddef.h\n"))
                .containsExactly("geo.c", "geo.h", "lib/stddef.h");
    }

    @Test
    void readsBlanksHashesAndDollars() {
        assertThat(DependencyFile.parse("a\\ b.o: my\\ geo.c \\#1.h a$$b.h"))
                .containsExactly("my geo.c", "#1.h", "a$b.h");
    }

    @Test
    void readsWindowsPaths() {
        assertThat(DependencyFile.parse("C:\\work\\geo.o: C:\\work\\geo.c \\\n  C:\\my\\ headers\\geo.h"))
                .containsExactly("C:\\work\\geo.c", "C:\\my headers\\geo.h");
    }

    /** A backslash before a blank is doubled, one before {@code #} is not (fault 26). */
    @Test
    void readsBackslashesInNames() {
        assertThat(DependencyFile.parse("a.o: a\\b.c c\\\\\\ d.c C:\\dir\\\\#x.h"))
                .containsExactly("a\\b.c", "c\\ d.c", "C:\\dir\\#x.h");
    }

    /** Only the blank parts names: a path may have a tab or an ideographic space (fault 26). */
    @Test
    void otherSpacesArePartsOfNames() {
        assertThat(DependencyFile.parse("a.o: a\tb.c c\u3000d.c")).containsExactly("a\tb.c", "c\u3000d.c");
    }

    @Test
    void readsARuleWithoutInputs() {
        assertThat(DependencyFile.parse("geo.o: ")).isEmpty();
    }

    @Test
    void refusesWhatIsNoRule() {
        assertThatThrownBy(() -> DependencyFile.parse("nothing here"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a make rule: nothing here");
    }
}
