package io.github.cffi4j.cdef;

import static io.github.cffi4j.cdef.CdefAssertions.assertParsed;
import static io.github.cffi4j.cdef.CdefAssertions.errors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SourceParsingTest {

    @Test
    void anEmptyTextDeclaresNothing() {
        assertParsed("");
        assertParsed(" \r\n\t// only\n/* comments */");
    }

    @Test
    void commentsContinuationsAndWindowsLineEnds() {
        assertParsed(
                "\uFEFFint /* a\r\n b */ f(int a, // first \\\r\n still a comment\r\n int \\\r\n b);\r\n#define X \\\r\n 1\r\nint y;",
                "function f(a: int, b: int) -> int",
                "macro X = 1",
                "variable y: int");
    }

    @Test
    void lineMarkersNameFileAndLine() {
        assertThatThrownBy(() -> CdefParser.parse(new SourceText(
                        "a.cdef",
                        "int f(void);\n# 42 \"foo.h\" 1 3\nint g(void);\n#line 7\n\n  bar h;\n# 99999999999 \"x\"")))
                .isInstanceOf(CdefException.class)
                .hasMessageContaining("foo.h:8:3: unknown type 'bar'")
                .hasMessageContaining("    8 |   bar h;\n      |   ^~~");
    }

    @Test
    void manyLineMarkersEachCountFromTheirLine() {
        SourceText source = new SourceText("a", "x\n# 10 \"b\"\ny\nz\n# 20 \"c\"\nw");
        assertThat(source.position(0)).hasToString("a:1:1");
        assertThat(source.position(source.text().indexOf('y'))).hasToString("b:10:1");
        assertThat(source.position(source.text().indexOf('z'))).hasToString("b:11:1");
        assertThat(source.position(source.text().indexOf('w'))).hasToString("c:20:1");
    }

    @Test
    void errorsAreSortedAndTwentyAreEnough() {
        assertThat(errors("int 1;\n".repeat(50)))
                .hasSize(Diagnostics.MOST_ERRORS)
                .first()
                .asString()
                .startsWith("1:5 ");
        assertThat(errors("struct s { foo a;\n int 3;\n bar b;\n"))
                .containsExactly(
                        "1:10 this '{' is never closed",
                        "1:12 unknown type 'foo'",
                        "2:6 expected a name, found '3'",
                        "3:2 unknown type 'bar'");
    }

    @Test
    void anUnknownTypeIsReportedOnceAndANearNameSuggested() {
        assertThat(errors("siz_t a; siz_t b;")).containsExactly("1:1 unknown type 'siz_t'");
        assertThatThrownBy(() -> CdefParser.parse(new SourceText("a", "typedef int point_t; piont_t x;")))
                .hasMessageContaining("did you mean 'point_t'?");
        assertThatThrownBy(() -> CdefParser.parse(new SourceText("a", "vodi f(void);")))
                .hasMessageContaining("did you mean 'void'?");
        assertThatThrownBy(() -> CdefParser.parse(new SourceText("a", "count f(void);")))
                .hasMessageContaining("fix: declare it first");
    }

    @Test
    void aMacroThatStandsBeforeEachFunctionIsReportedOnce() {
        assertThat(errors("API int f(void); API int g(void); API2 int h(void);"))
                .containsExactly(
                        "1:1 'API' is not known, and macros are not expanded in a cdef",
                        "1:35 'API2' is not known, and macros are not expanded in a cdef");
        assertThatThrownBy(() -> CdefParser.parse(new SourceText("a", "int f(void) NOTHROW;")))
                .hasMessageEndingWith(
                        "fix: end the declaration with ';'; if 'NOTHROW' is a macro, remove it: macros are"
                                + " not expanded in a cdef");
        assertThat(errors("enum class e { A };")).containsExactly("1:6 'class' is C++: a cdef holds C declarations");
    }

    @Test
    void aTagWithoutItsKeywordIsSpeltOut() {
        assertThatThrownBy(() -> CdefParser.parse(new SourceText("a", "struct thing { int x; }; void f(thing *t);")))
                .hasMessageEndingWith("fix: write 'struct thing'");
    }

    @Test
    @DisplayName("va_list is known without a declaration (fault 22)")
    void aListOfArgumentsIsKnown() {
        assertParsed(
                "int vprintf(const char *format, va_list list);",
                "function vprintf(format: *const char, list: va_list) -> int");
    }

    @Test
    @DisplayName("names may have letters beyond ASCII and $ (fault 21)")
    void namesBeyondAscii() {
        assertParsed(
                "int größe(int $, int a$b);\n#define ПРЕДЕЛ 7\nint \uD801\uDC00x(int e\u0301);",
                "function größe($: int, a$b: int) -> int",
                "macro ПРЕДЕЛ = 7",
                "function \uD801\uDC00x(e\u0301: int) -> int");
        assertThat(errors("int a\u00A9b; int \u2028c;"))
                .containsExactly("1:6 unexpected character U+00A9", "1:14 unexpected character U+2028");
    }

    @Test
    @DisplayName("a line marker inside a comment, a string or a continued line is none (fault 21)")
    void lineMarkersInComments() {
        assertThat(errors("/* \" \n# 9 \"foo.c\" */ // it's\n#line 100\n // \\\n# 7\n foo x;"))
                .containsExactly("102:2 unknown type 'foo'");
        assertThatThrownBy(() -> CdefParser.parse(
                        new SourceText("a.cdef", "/*\n# line 9 \"foo.c\"\n#line 8 \"bar.c\" */\nfoo x;")))
                .hasMessageContaining("a.cdef:4:1: unknown type 'foo'");
    }

    @Test
    void longLinesAndControlCharactersAreShownInPart() {
        assertThatThrownBy(() -> CdefParser.parse(new SourceText("a", "int x; ".repeat(10_000) + "\u001B y;")))
                .satisfies(error -> assertThat(error.getMessage().length()).isLessThan(2_000))
                .hasMessageContaining("a:1:70001: unexpected character U+001B")
                .hasMessageContaining("\uFFFD y;");
    }

    @Test
    void nothingAfterAnUnclosedCommentIsRead() {
        assertThat(errors("int f(void); /* int ; 3 @")).containsExactly("1:14 this comment does not end");
        assertThat(errors("#define X /*\n 1")).containsExactly("1:11 this comment does not end");
    }
}
