package io.github.cffi4j.cdef;

import static io.github.cffi4j.cdef.CdefAssertions.assertParsed;
import static io.github.cffi4j.cdef.CdefAssertions.errors;
import static io.github.cffi4j.cdef.CdefAssertions.notes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompositeParsingTest {

    @Test
    void opaqueThenComplete() {
        assertParsed("struct s; union u; struct s { int a; };", "struct s", "union u", "struct s {a: int}");
    }

    @Test
    void partial() {
        assertParsed(
                "struct a { ...; }; struct b { int x; ...; }; union c { ...; int x; };",
                "struct a {; ...}",
                "struct b {x: int; ...}",
                "union c {x: int; ...}");
    }

    @Test
    void bitfieldsAndFlexibleArrays() {
        assertParsed(
                "struct s { unsigned a : 3, : 2, : 0; int b : 1 + 1; char c[], d[0], e[...], f[][2]; };",
                "struct s {a: unsigned int bits 3; _: unsigned int bits 2; _: unsigned int bits 0; b: int bits (1 + 1);"
                        + " c: []char; d: [0]char; e: [...]char; f: [][2]char}");
    }

    @Test
    void bodiesInsideComeFirst() {
        assertParsed(
                "struct s { union { int a; struct { int b; } c; }; struct t { int d; } e; enum { F, G }; };",
                "struct #2 {b: int}",
                "union #1 {a: int; c: struct #2}",
                "struct t {d: int}",
                "enum #3 {F, G}",
                "struct s {_: union #1; e: struct t}");
    }

    @Test
    void typedefsOfBodies() {
        assertParsed(
                "typedef struct { int x; } a, *b; typedef struct { int y; } *c; typedef struct d { int z; } d; typedef enum { E } e;",
                "struct #1 {x: int}",
                "typedef a: struct #1",
                "typedef b: *struct #1",
                "struct #2 {y: int}",
                "typedef c: *struct #2",
                "struct d {z: int}",
                "typedef d: struct d",
                "enum #3 {E}",
                "typedef e: enum #3");
    }

    @Test
    void bodiesInVariablesParametersAndResults() {
        assertParsed(
                "extern struct { int a; } v; struct s { int b; } f(struct t { int c; } *);",
                "struct #1 {a: int}",
                "variable v: struct #1",
                "struct s {b: int}",
                "struct t {c: int}",
                "function f(*struct t) -> struct s");
    }

    @Test
    void alignedAsCompilersSpellIt() {
        assertParsed(
                "struct __declspec(align(16)) a { _Alignas(8) char x, y; alignas(double) char z; };"
                        + " struct b { int x __attribute__((aligned(4), packed)), y; int z : 3 __attribute__((aligned)); }"
                        + " __attribute__((__aligned__));",
                "struct a {x: char _Alignas(8); y: char _Alignas(8); z: char _Alignas(double)}"
                        + " __attribute__((aligned(16)))",
                "struct b {x: int __attribute__((aligned(4))) __attribute__((packed)); y: int;"
                        + " z: int bits 3 __attribute__((aligned))} __attribute__((aligned))");
    }

    @Test
    void packed() {
        assertParsed(
                "struct __attribute__((packed)) a { char x; }; struct b { char x; } __attribute__((__packed__));"
                        + " typedef struct { char x; } __attribute__((packed)) c;",
                "struct a {x: char} __attribute__((packed))",
                "struct b {x: char} __attribute__((packed))",
                "struct #1 {x: char} __attribute__((packed))",
                "typedef c: struct #1");
    }

    @Test
    void enumerators() {
        assertParsed(
                "enum e { A, B = 3, C = -1, D = B << 2, E = 'x', }; enum { F };",
                "enum e {A, B = 3, C = -1, D = (B << 2), E = 'x'}",
                "enum #1 {F}");
    }

    @Test
    void partialEnumsLeaveValuesToTheCompiler() {
        assertParsed(
                "enum a { A, B = 3, ... }; enum b { ... }; enum c { C, D = ..., E }; enum d { ..., F };",
                "enum a {A = ..., B = 3, ...}",
                "enum b {, ...}",
                "enum c {C, D = ..., E = ...}",
                "enum d {F = ..., ...}");
        assertParsed("enum e;", "enum e {, ...}");
    }

    @Test
    void whatHasNoEffectIsNoted() {
        assertThat(notes("enum e : short { A }; static struct s { int a; _Static_assert(1, \"\"); };\n#pragma once"))
                .containsExactly(
                        "1:8 the enum's underlying type has no effect",
                        "1:23 'static' has no effect here",
                        "1:48 '_Static_assert' has no effect",
                        "2:1 this '#pragma' has no effect");
    }

    @Test
    @DisplayName("#pragma pack counts for the structs that begin behind it (fault 21)")
    void packing() {
        assertParsed(
                """
                #pragma pack(push, 1)
                struct a { char c; struct b { char c; } b; };
                #pragma pack(push, inner, 4)
                #pragma pack(2)
                #pragma pack(push)
                struct c { char c; };
                #pragma pack(pop, inner)
                struct d { char c; };
                #pragma pack(show)
                typedef struct { char c; } e;
                #pragma pack()
                struct f { char c; };
                #pragma pack(8)
                #pragma pack(pop)
                struct g { char c; };
                """,
                "struct b {c: char} pack 1",
                "struct a {c: char; b: struct b} pack 1",
                "struct c {c: char} pack 2",
                "struct d {c: char} pack 1",
                "struct #1 {c: char} pack 1",
                "typedef e: struct #1",
                "struct f {c: char}",
                "struct g {c: char}");
    }

    @Test
    @DisplayName("what changes layouts and is not understood is refused by name (fault 21)")
    void otherPacking() {
        assertThat(
                        errors(
                                "#pragma pack(3)\n#pragma pack(pop)\n#pragma pack(N)\n#pragma pack 1\n#pragma options align=packed"))
                .containsExactly(
                        "1:1 '#pragma pack' does not know '3'",
                        "2:1 this '#pragma pack(pop)' has no '#pragma pack(push)' before it",
                        "3:1 '#pragma pack' does not know 'N'",
                        "4:14 expected '(' after '#pragma pack', found '1'",
                        "5:1 '#pragma options' changes layouts, and only '#pragma pack' is known for that");
    }

    @Test
    void semicolonsTooManyAreHarmless() {
        assertParsed("; struct s { ; int a;; };;", "struct s {a: int}");
    }
}
