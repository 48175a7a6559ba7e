package io.github.cffi4j.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.dynamic.Library;
import io.github.cffi4j.dynamic.StructView;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** C that is compiled while the test runs. */
class InlineTest {
    @Test
    void callsAStaticFunction() {
        try (Library c = Inline.c("""
                #include <math.h>
                static double area(double r) { return M_PI * r * r; }
                """).cdef("double area(double r);").compile()) {
            assertThat(c.call("area", 2.0)).isEqualTo(Math.PI * 4);
        }
    }

    interface Circle {
        double area(double r);
    }

    @Test
    void implementsAnInterface() {
        Circle circle = Inline.c("""
                        #include <math.h>
                        static double area(double r) { return M_PI * r * r; }
                        """).cdef("double area(double r);").compile().as(Circle.class);
        assertThat(circle.area(2)).isEqualTo(Math.PI * 4);
    }

    @Test
    void callsMacrosAndInlineFunctions() {
        try (Library c = Inline.c("""
                #define TWICE(x) ((x) + (x))
                static inline void put(int *at, int value) { *at = value; }
                """).cdef("""
                int TWICE(int x);
                void put(int *at, int value);
                """).compile()) {
            assertThat(c.call("TWICE", 21)).isEqualTo(42);
            try (Arena arena = Arena.open()) {
                IntPointer at = IntPointer.of(arena, 0);
                c.call("put", at, 7);
                assertThat(at.get(0)).isEqualTo(7);
            }
        }
    }

    @Test
    void callsVariadicFunctionsOfTheHeaders() {
        try (Library c = Inline.c("#include <stdio.h>")
                .cdef("int snprintf(char *s, size_t n, const char *format, ...);")
                .compile()) {
            assertThat(c.call("snprintf", null, 0, "%s is %d", "six", 6)).isEqualTo(8);
        }
    }

    @Test
    void fillsInWhatOnlyTheCompilerKnows() {
        try (Library c = Inline.c("""
                #include <stdint.h>
                #define ANSWER (40 + 2)
                #define LOWEST INT64_MIN
                #define HIGHEST UINT64_MAX
                #define HALF 0.5
                #define GREETING "say \\"hi\\"\\n"
                static const short SHORT = -3;
                enum color { RED = 3, GREEN, BLUE = 17 };
                typedef uint16_t id_t_;
                typedef float real_t;
                static int primes[] = {2, 3, 5, 7, 11};
                """).cdef("""
                #define ANSWER ...
                #define LOWEST ...
                #define HIGHEST ...
                static const double HALF;
                static const char *const GREETING;
                static const short SHORT;
                enum color { RED, BLUE, ... };
                typedef int... id_t_;
                typedef float... real_t;
                extern int primes[...];
                """).compile()) {
            assertThat(c.constant("ANSWER")).isEqualTo(42);
            assertThat(c.constant("LOWEST")).isEqualTo(Long.MIN_VALUE);
            assertThat(c.constant("HIGHEST")).isEqualTo(-1L);
            assertThat(c.constant("HALF")).isEqualTo(0.5);
            assertThat(c.constant("GREETING")).isEqualTo("say \"hi\"\n");
            assertThat(c.constant("SHORT")).isEqualTo(-3);
            assertThat(c.constant("RED")).isEqualTo(3);
            assertThat(c.constant("BLUE")).isEqualTo(17);
            assertThat(c.cdef().sizeof("id_t_")).isEqualTo(2);
            assertThat(c.cdef().sizeof("real_t")).isEqualTo(4);
            assertThat(((IntPointer) c.get("primes")).toArray(5)).containsExactly(2, 3, 5, 7, 11);
            assertThat(c.cdef().sizeof("enum color")).isEqualTo(4);
        }
    }

    @Test
    void readsPartialStructs() {
        try (Library c = Inline.c("""
                #include <stdint.h>
                struct shape { char hidden; double x; short also; int y; char tail[21]; };
                static struct shape made = {1, 2.5, 3, 4, "end"};
                static struct shape *shape(void) { return &made; }
                static int sum(struct shape *s) { return (int) s->x + s->y; }
                """).cdef("""
                struct shape { double x; int y; ...; };
                struct shape *shape(void);
                int sum(struct shape *s);
                """).compile()) {
            StructView shape = (StructView) c.call("shape");
            assertThat(shape.fields()).containsExactly("x", "y");
            assertThat(shape.get("x")).isEqualTo(2.5);
            assertThat(shape.set("y", 40).get("y")).isEqualTo(40);
            assertThat(c.call("sum", shape)).isEqualTo(42);
            assertThat(c.cdef().sizeof("struct shape")).isEqualTo(48);
            assertThat(c.cdef().offsetof("struct shape", "y")).isEqualTo(20);
            assertThat(c.cdef().alignof("struct shape")).isEqualTo(8);
            assertThat(c.call("sum", c.cdef().allocate("struct shape"))).isEqualTo(0);
        }
    }

    @Test
    void readsAndWritesVariables() {
        try (Library c = Inline.c("static int counter = 5; static int next(void) { return ++counter; }")
                .cdef("extern int counter; int next(void);")
                .compile()) {
            c.set("counter", 41);
            assertThat(c.call("next")).isEqualTo(42);
            assertThat(c.get("counter")).isEqualTo(42);
            ((IntPointer) c.addressOf("counter")).set(6);
            assertThat(c.call("next")).isEqualTo(7);
            assertThatThrownBy(() -> c.addressOf("countre"))
                    .hasMessage("the cdef has no variable 'countre'; did you mean 'counter'?");
        }
    }

    @Test
    void passesStructsByValue() {
        try (Library c = Inline.c("""
                typedef struct { double x, y; } point;
                static point mirrored(point p) { return (point){p.y, p.x}; }
                """)
                .cdef("typedef struct { double x, y; } point; point mirrored(point p);")
                .compile()) {
            StructView point = c.cdef().allocate("point").set("x", 1.0).set("y", 2.0);
            StructView mirrored = (StructView) c.call("mirrored", point);
            assertThat(mirrored.get("x")).isEqualTo(2.0);
            assertThat(mirrored.get("y")).isEqualTo(1.0);
        }
    }

    @Test
    void includesAndDefines(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("scale.h"), "#define SCALE 10\n");
        Path file = Files.writeString(
                folder.resolve("code.c"),
                "#include \"scale.h\"\nstatic int scaled(int i) { return i * SCALE + MORE; }\n");
        try (Library c =
                Inline.file(file).define("MORE=3").cdef("int scaled(int i);").compile()) {
            assertThat(c.call("scaled", 4)).isEqualTo(43);
        }
        Files.writeString(folder.resolve("scale.h"), "#define SCALE 100\n");
        try (Library c =
                Inline.file(file).define("MORE=3").cdef("int scaled(int i);").compile()) {
            assertThat(c.call("scaled", 4)).isEqualTo(403);
        }
    }

    @Test
    void saysWhereTheCIsWrong() {
        assertThatThrownBy(() -> Inline.c("int f(void) {\n    return 1 +;\n}\n")
                        .cdef("int f(void);")
                        .compile())
                .isInstanceOf(InlineException.class)
                .hasMessageStartingWith("Snippet.c:2:15: expected expression");
    }

    @Test
    void saysWhereTheCdefIsWrong() {
        assertThatThrownBy(() -> Inline.c("int f(int i) { return i; }")
                        .cdef("int f(int i;")
                        .compile())
                .isInstanceOf(InlineException.class)
                .hasMessageContaining("Snippet.cdef:1:12");
        assertThatThrownBy(() -> Inline.c("static int f(int i) { return i; }")
                        .cdef("\nint f(int i, int j);")
                        .compile())
                .isInstanceOf(InlineException.class)
                .hasMessageContaining("Snippet.cdef:2:14: 'f' takes 1 parameter in the headers, 2 here");
        assertThatThrownBy(() -> Inline.c("struct s { int a; long b; };")
                        .cdef("struct s { int a; };")
                        .compile())
                .isInstanceOf(InlineException.class)
                .hasMessageContaining("struct s");
    }

    /** The library need not be installed for developers: only the loader has to find it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void linksALibraryOfTheSystem() {
        try (Library c = Inline.c(
                        "double hypot(double x, double y); static double twice(double x, double y) { return 2 * hypot(x, y); }")
                .library("libm.so.6")
                .cdef("double twice(double x, double y);")
                .compile()) {
            assertThat(c.call("twice", 3.0, 4.0)).isEqualTo(10.0);
        }
    }

    @Test
    void readsPartialUnionsAndArraysOfUnknownLength() {
        try (Library c = Inline.c("""
                union number { char small; int i; double large[3]; };
                struct text { int length; char letters[13]; };
                typedef unsigned char digest_t[20];
                static digest_t digest = {1, 2, 3};
                static union number number = {.i = 77};
                """).cdef("""
                union number { int i; ...; };
                struct text { int length; char letters[...]; };
                typedef unsigned char digest_t[...];
                extern digest_t digest;
                extern union number number;
                """).compile()) {
            assertThat(c.cdef().sizeof("union number")).isEqualTo(24);
            assertThat(c.cdef().sizeof("struct text")).isEqualTo(20);
            assertThat(c.cdef().sizeof("digest_t")).isEqualTo(20);
            assertThat(((StructView) c.get("number")).get("i")).isEqualTo(77);
        }
    }

    @Test
    void refusesWhatHasNoPlaceInAPartialStruct() {
        assertThatThrownBy(() -> Inline.c("struct s { int a, b : 3; };")
                        .cdef("struct s { int a; int b : 3; ...; };")
                        .compile())
                .isInstanceOf(InlineException.class)
                .hasMessageContaining("Snippet.cdef:1");
    }
}
