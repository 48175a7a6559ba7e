package io.github.cffi4j.cdef;

import static io.github.cffi4j.cdef.CdefAssertions.assertParsed;
import static io.github.cffi4j.cdef.CdefAssertions.parse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypeParsingTest {

    @ParameterizedTest
    @CsvSource({
        "signed, int",
        "unsigned, unsigned int",
        "int signed, int",
        "long unsigned int long, unsigned long long",
        "int long, long",
        "long signed, long",
        "short int unsigned, unsigned short",
        "char signed, signed char",
        "unsigned char, unsigned char",
        "double long, long double",
        "__signed__ char, signed char",
        "long double _Complex, long double _Complex",
        "_Complex float, float _Complex",
    })
    void keywordsStandInAnyOrder(String written, String meant) {
        assertParsed("typedef " + written + " t;", "typedef t: " + meant);
    }

    @ParameterizedTest
    @EnumSource(Primitive.class)
    void everyPrimitiveIsReadAsItIsSpelt(Primitive primitive) {
        assertParsed("typedef " + primitive.spelling() + " t;", "typedef t: " + primitive.spelling());
    }

    @Test
    void complexIsATypeBesideAFloatingOneAndElseAName() {
        assertParsed(
                "double complex f(complex float, double complex z, double complex); struct s { double complex; };"
                        + " int g(int complex); typedef int complex; complex x;",
                "function f(float _Complex, z: double _Complex, double _Complex) -> double _Complex",
                "struct s {complex: double}",
                "function g(complex: int) -> int",
                "typedef complex: int",
                "variable x: complex");
    }

    @Test
    void storageAndQualifiersMayStandAnywhereAmongTheSpecifiers() {
        assertParsed(
                "int typedef const t; long volatile static long x; char const *restrict p;",
                "typedef t: const int",
                "variable x: volatile long long",
                "variable p: *restrict const char");
    }

    @Test
    void compilersSpellingsOfQualifiers() {
        assertParsed(
                "void f(__const char *__restrict a, __volatile__ int *__restrict__ b);",
                "function f(a: *restrict const char, b: *restrict volatile int) -> void");
    }

    @Test
    void predefinedNamesAreTypesAndMayBeDeclaredAgain() {
        assertParsed(
                "FILE *f(size_t, DWORD, bool, wchar_t); typedef unsigned char bool; typedef struct x FILE; FILE *g(bool);",
                "function f(size_t, DWORD, bool, wchar_t) -> *FILE",
                "typedef bool: unsigned char",
                "typedef FILE: struct x",
                "function g(bool) -> *FILE");
        assertThat(PredefinedTypes.NAMES)
                .contains("ssize_t", "char32_t", "LPCWSTR", "int_fast16_t")
                .doesNotContain("");
    }

    @Test
    void aTypedefNameMayNameOtherThings() {
        assertParsed(
                "typedef int t; struct t { int t; t u; unsigned t; }; int f(int t); extern int (size_t);",
                "typedef t: int",
                "struct t {t: int; u: t; t: unsigned int}",
                "function f(t: int) -> int",
                "variable size_t: int");
    }

    @Test
    void typesLeftToTheCompiler() {
        assertParsed(
                "typedef int... a; typedef unsigned long long ... b; typedef double... c; typedef float... d;"
                        + " typedef ... e; typedef ... *f, g;",
                "typedef a: INTEGER...",
                "typedef b: INTEGER...",
                "typedef c: FLOATING...",
                "typedef d: FLOATING...",
                "typedef e: ...",
                "typedef f: *...",
                "typedef g: ...");
    }

    @Test
    void declaratorsNest() {
        assertParsed(
                "typedef int *a[3], (*b)[3], (*c)(void), *(*d)[2][4], ((e)), (*(*f)(int))(char);",
                "typedef a: [3]*int",
                "typedef b: *[3]int",
                "typedef c: *fn() -> int",
                "typedef d: *[2][4]*int",
                "typedef e: int",
                "typedef f: *fn(int) -> *fn(char) -> int");
    }

    @Test
    void functionTypes() {
        assertParsed("typedef void F(int); F f;", "typedef F: fn(int) -> void", "variable f: F");
    }

    @Test
    void spansCoverNameAndWholeDeclaration() {
        ParsedCdef parsed = parse("/** Doc. */\ntypedef int a, *b;\n#define X 1 + 2 // why\nstruct { int y; } v;");
        assertThat(parsed.declarations().stream()
                        .map(each ->
                                each.nameSpan().text() + " | " + each.span().text()))
                .containsExactly(
                        "a | typedef int a, *b;",
                        "b | typedef int a, *b;",
                        "X | #define X 1 + 2",
                        "struct | struct { int y; } v;",
                        "v | struct { int y; } v;");
    }
}
