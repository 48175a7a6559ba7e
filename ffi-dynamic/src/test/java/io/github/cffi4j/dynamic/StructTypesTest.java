package io.github.cffi4j.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.ValueOutOfRangeException;
import org.junit.jupiter.api.Test;

/** Interfaces of the fields of structs. */
class StructTypesTest {
    private static final Cdef CDEF = Cdef.of("""
            typedef struct { unsigned char r, g, b; } pixel_t;
            struct node {
                int value; long count; float f; double d; _Bool on; int low : 3; char name[8]; int numbers[3];
                pixel_t color; pixel_t colors[2]; struct node *next; const char *text; int new; long address;
            };
            typedef struct { int quot, rem; } div_t;
            div_t div(int n, int d);
            void *memset(void *s, int c, size_t n);
            typedef pixel_t *(*choose)(pixel_t *a, pixel_t b);
            """);

    interface pixel_t extends StructOf<pixel_t> {
        int r();

        pixel_t r(int value);

        int g();

        void g(int value);

        default String hex() {
            return Integer.toHexString(r() << 8 | g());
        }
    }

    @CName("struct node")
    private interface Node extends StructOf<Node> {
        int value();

        Node value(int value);

        long count();

        Node count(long value);

        float f();

        Node f(float value);

        double d();

        Node d(double value);

        boolean on();

        Node on(boolean value);

        int low();

        Node low(int value);

        BytePointer name();

        Node name(String value);

        IntPointer numbers();

        pixel_t color();

        Node color(pixel_t value);

        pixel_t colors();

        Node next();

        Node next(Node value);

        BytePointer text();

        Node text(BytePointer value);

        int new_();

        @CName("address")
        long place();
    }

    @Test
    void readsAndWritesFields() {
        StructType<Node> type = CDEF.type(Node.class);
        StructType<pixel_t> pixels = CDEF.type(pixel_t.class);
        try (Arena arena = Arena.open()) {
            Node first = type.allocate(arena);
            Node second = type.allocate(arena, 2);
            pixel_t color = pixels.allocate(arena).r(255);
            color.g(7);

            first.value(-1)
                    .count(1L << 40)
                    .f(1.5f)
                    .d(2.5)
                    .on(true)
                    .low(-4)
                    .name("Zugspitz")
                    .next(second);
            first.color(color).text(arena.string("text"));
            first.numbers().set(2, 9);
            second.get(1).value(5);
            first.colors().get(1).r(3);

            assertThat(first.value()).isEqualTo(-1);
            assertThat(first.count()).isEqualTo(1L << 40);
            assertThat(first.f()).isEqualTo(1.5f);
            assertThat(first.d()).isEqualTo(2.5);
            assertThat(first.on()).isTrue();
            assertThat(first.low()).isEqualTo(-4);
            assertThat(first.name().string(8)).isEqualTo("Zugspitz");
            assertThat(first.numbers().toArray(3)).containsExactly(0, 0, 9);
            assertThat(first.color().r()).isEqualTo(255);
            assertThat(first.color().hex()).isEqualTo("ff07");
            assertThat(first.colors().get(1).view().get("r")).isEqualTo(3);
            assertThat(first.next().get(1).value()).isEqualTo(5);
            assertThat(second.next()).isNull();
            assertThat(first.text().string()).isEqualTo("text");
            assertThat(first.new_()).isZero();
            assertThat(first.place()).isZero();
            assertThat(color).hasToString("pixel_t{r=255, g=7, b=0}").isEqualTo(pixels.at(color.view()));
            assertThatThrownBy(() -> color.r(256)).isInstanceOf(ValueOutOfRangeException.class);
            assertThatThrownBy(() -> second.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(CDEF.type(Node.class)).isSameAs(type).hasToString("node as " + Node.class.getName());
            assertThat(type.size()).isEqualTo(CDEF.sizeof("struct node"));
        }
    }

    interface div_t extends StructOf<div_t> {
        int quot();

        int rem();
    }

    interface Divisions {
        div_t div(int n, int d);

        Pointer memset(Pointer s, int c, long n);
    }

    @Test
    void functionsTakeAndGiveThem() {
        Library c = CDEF.openProcess();
        Divisions divisions = c.as(Divisions.class);
        div_t result = divisions.div(17, 5);

        assertThat(result.quot() * 10 + result.rem()).isEqualTo(32);
        pixel_t pixel = CDEF.type(pixel_t.class).allocate();
        divisions.memset(pixel.view(), 1, 3);
        assertThat(pixel.g()).isEqualTo(1);
        assertThat(c.call("memset", pixel, 2, 3)).isEqualTo(pixel);
        assertThat(pixel.g()).isEqualTo(2);
    }

    @CName("pixel_t")
    interface Wrong extends StructOf<Wrong> {
        long r();

        int red();

        Wrong g(String value);

        int address();
    }

    interface no_struct extends StructOf<no_struct> {}

    @Test
    void tellsAllMismatches() {
        assertThatThrownBy(() -> CDEF.type(Wrong.class))
                .isInstanceOf(CdefMismatchException.class)
                .hasMessage("""
                io.github.cffi4j.dynamic.StructTypesTest$Wrong does not fit the cdef:
                  Wrong.address(): pixel_t has no field 'address'; there is r, g, b
                  Wrong.g(String): the cdef has unsigned char g, at cdef:1:35
                  Wrong.r(): the cdef has unsigned char r, at cdef:1:32
                  Wrong.red(): pixel_t has no field 'red'; there is r, g, b""");
        assertThatThrownBy(() -> CDEF.type(no_struct.class))
                .hasMessage("the cdef has no struct 'no_struct'; there is pixel_t, div_t, choose; @CName gives an"
                        + " interface another name");
    }

    @CName("struct node")
    interface Taken extends StructOf<Taken> {
        long address();
    }

    @Test
    void leavesTheMethodsOfPointersAlone() {
        assertThatThrownBy(() -> CDEF.type(Taken.class))
                .isInstanceOf(CdefMismatchException.class)
                .hasMessageEndingWith("Taken.address(): all pointers have a method of that name; call it address_");
    }
}
