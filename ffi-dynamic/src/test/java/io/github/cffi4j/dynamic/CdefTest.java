package io.github.cffi4j.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.ValueOutOfRangeException;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structs, sizes and constants of a cdef: nothing is called. */
class CdefTest {
    private static final Cdef PIXELS = Cdef.of("typedef struct { unsigned char r, g, b; } pixel_t;");

    @Test
    void allocatesStructsAndArraysOfThem() {
        try (Arena arena = Arena.open()) {
            StructView image = PIXELS.allocate(arena, "pixel_t", 800 * 600);
            image.get(100).set("r", 255).set("g", 192);

            assertThat(image.get(100).get("r")).isEqualTo(255);
            assertThat(image.get(100)).hasToString("pixel_t{r=255, g=192, b=0}");
            assertThat(image.asByteBuffer().get(301)).isEqualTo((byte) 192);
            assertThat(image.fields()).containsExactly("r", "g", "b");
            assertThatThrownBy(() -> image.get(800 * 600)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void checksFields() {
        StructView pixel = PIXELS.allocate("pixel_t");

        assertThatThrownBy(() -> pixel.set("r", 256))
                .isInstanceOf(ValueOutOfRangeException.class)
                .hasMessage("pixel_t.r (unsigned char) cannot hold 256; it holds 0 to 255");
        assertThatThrownBy(() -> pixel.set("red", 1)).hasMessage("pixel_t has no field 'red'; there is r, g, b");
        assertThatThrownBy(() -> pixel.set("r", "red"))
                .hasMessage("pixel_t.r (unsigned char) takes an integer, not a java.lang.String");
        assertThatThrownBy(() -> pixel.set("r", 1.5))
                .hasMessage("pixel_t.r (unsigned char) takes an integer, not a java.lang.Double");
    }

    @Test
    void readsAndWritesEveryKindOfField() {
        Cdef cdef = Cdef.of("""
                enum shape { CIRCLE, SQUARE = 4 };
                struct inner { short low, high; };
                struct all {
                    char c; signed char sc; unsigned short us; int i; unsigned u; long l; long long ll;
                    _Bool b; float f; double d; size_t n; enum shape s; char name[8]; int numbers[3];
                    struct inner in; struct all *next; const char *text; int low : 3; unsigned high : 5;
                    union { int one; float other; };
                };
                """);
        try (Arena arena = Arena.open()) {
            StructView all = cdef.allocate(arena, "struct all");
            all.set("c", 200)
                    .set("sc", -1)
                    .set("us", 65535)
                    .set("i", Integer.MIN_VALUE)
                    .set("u", 4294967295L)
                    .set("l", -5)
                    .set("ll", Long.MAX_VALUE)
                    .set("b", true)
                    .set("f", 0.5f)
                    .set("d", 1)
                    .set("n", 7)
                    .set("s", 4)
                    .set("name", "eight by")
                    .set("next", all)
                    .set("text", arena.string("text"))
                    .set("low", -4)
                    .set("high", 31)
                    .set("other", 1.0);
            ((IntPointer) all.get("numbers")).set(2, 9);
            ((StructView) all.get("in")).set("high", 4);

            assertThat(all.get("c")).isEqualTo(200);
            assertThat(all.get("sc")).isEqualTo(-1);
            assertThat(all.get("us")).isEqualTo(65535);
            assertThat(all.get("i")).isEqualTo(Integer.MIN_VALUE);
            assertThat(all.get("u")).isEqualTo(4294967295L);
            assertThat(all.get("l")).isEqualTo(-5L);
            assertThat(all.get("ll")).isEqualTo(Long.MAX_VALUE);
            assertThat(all.get("b")).isEqualTo(true);
            assertThat(all.get("f")).isEqualTo(0.5f);
            assertThat(all.get("d")).isEqualTo(1.0);
            assertThat(all.get("n")).isEqualTo(7L);
            assertThat(all.get("s")).isEqualTo(4);
            assertThat(((BytePointer) all.get("name")).string(8)).isEqualTo("eight by");
            assertThat(((IntPointer) all.get("numbers")).toArray(3)).containsExactly(0, 0, 9);
            assertThat(((StructView) all.get("in")).get("high")).isEqualTo(4);
            assertThat(((StructView) all.get("next")).get("i")).isEqualTo(Integer.MIN_VALUE);
            assertThat(((Pointer) all.get("text")).string()).isEqualTo("text");
            assertThat(all.get("low")).isEqualTo(-4);
            assertThat(all.get("high")).isEqualTo(31L);
            assertThat(all.get("one")).isEqualTo(0x3F80_0000);
            assertThat(all.toString())
                    .startsWith("all{c=200, sc=-1, us=65535,")
                    .contains("name=\"eight by\", numbers=IntPointer@0x", "in=inner{low=0, high=4}, next=all@0x");

            assertThatThrownBy(() -> all.set("name", "nine bytes"))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("all.name (char [8]) cannot hold 10 bytes");
            assertThatThrownBy(() -> all.set("low", 4))
                    .isInstanceOf(ValueOutOfRangeException.class)
                    .hasMessage("all.low (int : 3) cannot hold 4; it holds -4 to 3");
            assertThatThrownBy(() -> all.set("text", "gone"))
                    .hasMessage("all.text (const char *) takes memory that lives as long as C uses it, as of"
                            + " arena.string(...), not a java.lang.String");
            assertThatThrownBy(() -> all.set("next", all.get("in")))
                    .hasMessage("all.next (struct all *) takes a pointer to all or a plain Pointer, not an"
                            + " io.github.cffi4j.dynamic.StructView");
            assertThatThrownBy(() -> all.addressOf("low")).hasMessage("all.low is a bitfield, which has no address");
            assertThat(all.addressOf("i").address() - all.address()).isEqualTo(cdef.offsetof("struct all", "i"));
        }
    }

    @Test
    void tellsSizesOffsetsAndCasts() {
        Cdef cdef =
                Cdef.of("typedef struct { char a; double b; } pair; typedef int (*cmp)(const void *, const void *);");

        assertThat(cdef.sizeof("pair")).isEqualTo(16);
        assertThat(cdef.alignof("pair")).isEqualTo(8);
        assertThat(cdef.offsetof("pair", "b")).isEqualTo(8);
        assertThat(cdef.sizeof("pair[3]")).isEqualTo(48);
        assertThat(cdef.sizeof("unsigned short")).isEqualTo(2);
        assertThat(cdef.sizeof("cmp")).isEqualTo(8);
        assertThat(cdef.sizeof("int (*)(pair *)")).isEqualTo(8);
        StructView pair = cdef.allocate("pair");
        IntPointer numbers = cdef.cast("int *", pair);
        numbers.set(7);
        StructView again = cdef.cast("pair *", numbers);
        assertThat(again.get("a")).isEqualTo(7);
        assertThatThrownBy(() -> numbers.get(4)).isInstanceOf(IndexOutOfBoundsException.class);

        assertThatThrownBy(() -> cdef.sizeof("pear"))
                .hasMessage("'pear' is no type of this cdef; did you mean 'pair'?");
        assertThatThrownBy(() -> cdef.sizeof("int) + (3")).hasMessageStartingWith("'int) + (3' is no type");
        assertThatThrownBy(() -> cdef.sizeof("int)\nint x;")).hasMessageStartingWith("a type is on one line");
        assertThatThrownBy(() -> cdef.cast("pair", numbers)).hasMessage("'pair' is no pointer; did you mean 'pair *'?");
        assertThatThrownBy(() -> cdef.allocate("int"))
                .hasMessage("'int' is no struct; IntPointer.allocate(arena, count) allocates such elements");
    }

    @Test
    void tellsOffsetsInInnerStructs() {
        Cdef cdef = Cdef.of("""
                struct inner { short low, high; int bits : 3; };
                struct outer { int i; struct { char c; struct inner in; } middle; struct inner *next; };
                """);

        assertThat(cdef.offsetof("struct outer", "middle.in.high")).isEqualTo(10);
        assertThat(cdef.offsetof("struct outer", "middle.c")).isEqualTo(4);
        assertThatThrownBy(() -> cdef.offsetof("struct outer", "next.high"))
                .hasMessage("outer.next (struct inner *) has no fields");
        assertThatThrownBy(() -> cdef.offsetof("struct outer", "middle.in.hihg"))
                .hasMessage("inner has no field 'hihg'; did you mean 'high'?");
    }

    @Test
    void givesConstants() {
        Cdef cdef = Cdef.of("""
                #define LIMIT (1 << 4 | 2)
                #define MASK 0xFFFFFFFF
                #define RATIO -2.5
                #define NAME "tab\\t and \\"quotes\\""
                enum { RED, GREEN = 5, BLUE };
                static const int SIZE = sizeof(long long) * 2;
                """);

        assertThat(List.of(
                        cdef.constant("LIMIT"),
                        cdef.constant("MASK"),
                        cdef.constant("RATIO"),
                        cdef.constant("NAME"),
                        cdef.constant("BLUE"),
                        cdef.constant("SIZE")))
                .containsExactly(18, 4294967295L, -2.5, "tab\t and \"quotes\"", 6, 16);
        assertThatThrownBy(() -> cdef.constant("GREAN"))
                .hasMessage("the cdef gives no constant 'GREAN'; did you mean 'GREEN'?");
    }

    @Test
    void usesTypesOfOtherCdefs() {
        Cdef base = Cdef.of("struct point { int x, y; }; typedef struct point point_t;");
        Cdef line = Cdef.of("struct line { point_t from, to; };\nstruct line *longest(struct point p);", base);

        assertThat(line.sizeof("struct line")).isEqualTo(16);
        StructView point = base.allocate("point_t").set("y", 3);
        StructView both = line.allocate("struct line").set("to", point);
        assertThat(both).hasToString("line{from=point_t{x=0, y=0}, to=point_t{x=0, y=3}}");
        assertThatThrownBy(() -> Cdef.of("struct a;\nint f(circle b);", base)).hasMessageStartingWith("""
                cdef:2:7: unknown type 'circle'
                    2 | int f(circle b);
                      |       ^~~~~~
                """);
    }

    @Test
    void readsFilesAndWhatTheyInclude(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("Base.cdef"), "typedef struct { int x; } base_t;");
        Path file = Files.writeString(folder.resolve("Main.cdef"), "#include \"Base.cdef\"\nbase_t *f(int...);");

        assertThatThrownBy(() -> Cdef.of(file))
                .isInstanceOf(InvalidCdefException.class)
                .hasMessageStartingWith("Main.cdef:2:");
        Files.writeString(file, "#include \"Base.cdef\"\nstruct two { base_t a, b; };");
        assertThat(Cdef.of(file).sizeof("struct two")).isEqualTo(8);
    }

    @Test
    void refusesWhatOnlyACompilerKnows() {
        assertThatThrownBy(() -> Cdef.of("""
                        #define X ...
                        struct s { int a; ...; };
                        typedef int... t;
                        enum e { A, B = ... };
                        extern int numbers[...];
                        extern "Java" void called(void);
                        """))
                .isInstanceOf(InvalidCdefException.class)
                .hasMessage("""
                        cdef:1:9: only a compiler knows the value of 'X'
                            1 | #define X ...
                              |         ^
                          fix: %1$s
                        cdef:2:8: only a compiler knows all fields of 'struct s'
                            2 | struct s { int a; ...; };
                              |        ^
                          fix: %1$s
                        cdef:3:16: only a compiler knows the size of 't'
                            3 | typedef int... t;
                              |                ^
                          fix: %1$s
                        cdef:4:13: only a compiler knows the value of 'B'
                            4 | enum e { A, B = ... };
                              |             ^
                          fix: %1$s
                        cdef:5:19: only a compiler knows the length of this array
                            5 | extern int numbers[...];
                              |                   ^~~~~
                          fix: %1$s
                        cdef:6:20: 'called' is Java code that C calls by its name, for which C code has to be compiled
                            6 | extern "Java" void called(void);
                              |                    ^~~~~~
                          fix: give C a function pointer, as of library.callback(arena, ...)""".replace(
                                "%1$s",
                                "write it out if it is the same wherever this runs; otherwise let the ffi-maven-plugin bind the library,"
                                        + " in API mode or with <mode>abi</mode>"));
    }

    @Test
    void refusesWhatTheCompilersOfWindowsDoNotAgreeOn() {
        String agree = ", and no one says which made the DLL";
        assertThatThrownBy(() -> Cdef.on(Platform.WINDOWS_X86_64, """
                        struct flags { int whole; unsigned low : 3; };
                        enum large { SMALL, LARGE = 0x100000000 };
                        struct holder { enum large e; };
                        struct exact { long double x; };
                        """))
                .isInstanceOf(InvalidCdefException.class)
                .hasMessageContaining("cdef:1:36: the compilers of Windows do not agree on bitfields" + agree)
                .hasMessageContaining("cdef:3:17: the compilers of Windows do not agree on enums above 32 bits" + agree)
                .hasMessageContaining("cdef:4:16: the compilers of Windows do not agree on 'long double'" + agree);
        assertThat(Cdef.on(Platform.WINDOWS_X86_64, "struct s { long x; void *p; };")
                        .sizeof("struct s"))
                .isEqualTo(16);
        assertThat(Cdef.on(Platform.LINUX_X86_64, "struct s { long x; unsigned low : 3; };")
                        .sizeof("struct s"))
                .isEqualTo(16);
    }

    @Test
    void tellsAllErrorsAtOnce() {
        assertThatThrownBy(() -> Cdef.of("int f(sise_t n);\nint g(int;\n"))
                .isInstanceOf(InvalidCdefException.class)
                .hasMessageContaining("cdef:1:7: unknown type 'sise_t'")
                .hasMessageContaining("cdef:2:")
                .satisfies(e ->
                        assertThat(((InvalidCdefException) e).diagnostics()).hasSize(2));
    }

    @Test
    void opaqueTypesAreBehindPointersOnly() {
        Cdef cdef = Cdef.of("typedef struct db db; typedef ... handle; struct holder { db *a; handle *b; FILE *c; };");
        StructView holder = cdef.allocate("struct holder");

        assertThat(holder.get("a")).isNull();
        holder.set("a", Pointer.ofAddress(16)).set("b", Pointer.ofAddress(32));
        assertThat(holder.get("a")).hasToString("db@0x10");
        assertThatThrownBy(() -> holder.set("b", holder.get("a")))
                .hasMessageStartingWith("holder.b (handle *) takes a pointer to handle or a plain Pointer, not an ");
        assertThatThrownBy(() -> cdef.allocate("db")).hasMessageContaining("only the name of 'struct db' is declared");
        assertThatThrownBy(() -> Cdef.of("struct a { struct b c; };"))
                .isInstanceOf(InvalidCdefException.class)
                .hasMessageContaining("only the name of 'struct b' is declared");
    }
}
