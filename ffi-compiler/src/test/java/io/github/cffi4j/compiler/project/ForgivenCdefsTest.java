package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cdefs as people bring them from Python, and what the compilers of all platforms make of them. */
@Tag("thorough")
class ForgivenCdefsTest {
    @TempDir
    Path base;

    @Test
    @DisplayName("another tag than the headers' is told once, at the typedef (fault 23)")
    void anotherTag() throws Exception {
        assertThat(told("""
                        typedef struct SNDFILE_tag SNDFILE;
                        SNDFILE *sf_open(const char *path);
                        int sf_error(SNDFILE *sndfile);
                        int sf_close(SNDFILE *sndfile);
                        typedef struct FI { int a; } FI;
                        int f(FI *x);
                        FI made(FI x);
                        typedef struct window_tag *window;
                        window open_window(window parent);
                        void draw(window w, int how);
                        typedef struct right_tag right;
                        int right_one(right *r);
                        typedef struct invented invented_t;
                        int use_invented(invented_t *i);
                        struct holder { SNDFILE *file; };
                        int right_two(struct right_tag **r);
                        """, """
                        typedef struct sf_private_tag SNDFILE;
                        SNDFILE *sf_open(const char *p);
                        int sf_error(SNDFILE *s);
                        int sf_close(SNDFILE *s);
                        typedef struct { int a; } FI;
                        int f(FI *x);
                        FI made(FI x);
                        typedef struct window_private *window;
                        window open_window(window parent);
                        void draw(window w, int how);
                        typedef struct right_tag right;
                        int right_one(right *r);
                        struct invented;
                        int use_invented(struct invented *i);
                        struct holder { SNDFILE *file; };
                        int right_two(right *r);
                        """, ".c"))
                .containsExactly(
                        "1:28 'SNDFILE' is another type in the headers than 'struct SNDFILE_tag'",
                        "5:30 'FI' is another type in the headers than 'struct FI'",
                        "8:28 'window' is another type in the headers than 'struct window_tag'",
                        "16:15 parameter 'r' of 'right_two' is 'right *' in the headers, 'struct right_tag **' here");
    }

    @Test
    @DisplayName("a type that is an array on some platform is no struct (fault 22)")
    void anArrayIsNoStruct() throws Exception {
        assertThat(told("""
                        typedef struct { ...; } numbers;
                        int sum(numbers n);
                        int call(int (*fn)(numbers n));
                        typedef struct { ...; } handle;
                        int use(handle h);
                        """, """
                        #include <stdarg.h>
                        typedef int numbers[3];
                        int sum(numbers n);
                        int call(int (*fn)(numbers n));
                        typedef va_list handle;
                        int use(handle h);
                        """, ".c"))
                .containsExactly(
                        "1:9 'numbers' is neither a struct nor a union in the headers",
                        "4:9 'handle' is neither a struct nor a union in the headers");
    }

    @Test
    @DisplayName("whatever a cdef says of va_list, it is C's (fault 22)")
    void listsOfArguments() throws Exception {
        List<String> declarations = List.of(
                "",
                "typedef ... va_list;",
                "typedef ... *va_list;",
                "typedef struct { ...; } va_list;",
                "typedef void *va_list;");
        for (String declaration : declarations) {
            assertThat(told(
                            declaration + "\nint vsay(const char *f, va_list list);"
                                    + "\nvoid log_to(void (*to)(int level, va_list list));",
                            """
                            #include <stdarg.h>
                            int vsay(const char *f, va_list list);
                            void log_to(void (*to)(int level, va_list list));
                            """,
                            ".c"))
                    .as(declaration)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("without a preamble CFFI's headers are included (fault 24)")
    void withoutAPreamble() throws Exception {
        assertThat(told("""
                        int strcmp(const char *a, const char *b);
                        void *malloc(size_t size);
                        double sqrt(double x);
                        FILE *fopen(const char *path, const char *mode);
                        int vsnprintf(char *text, size_t size, const char *format, va_list list);
                        uint32_t no_such(void);
                        #define EINVAL ...
                        """, "", "")).containsExactly("6:10 'no_such' is not declared by the headers");
    }

    @Test
    @DisplayName("of a standard function that is missing the header is named (fault 24)")
    void headersByName() throws Exception {
        Files.writeString(base.resolve("Claims.cdef"), """
                int strcmp(const char *a, const char *b);
                #define EINVAL ...
                struct tm { int tm_sec; ...; };
                int own(void);
                """);
        Files.writeString(base.resolve("Claims.c"), "");
        CdefException refused = catchThrowableOfType(
                CdefException.class, () -> new BindingGenerator(TestModule.of("claims", base, base)).generate());

        assertThat(refused.diagnostics())
                .extracting(diagnostic -> diagnostic.fix().orElseThrow())
                .containsExactly(
                        "include <string.h> in Claims.c, or correct the name",
                        "include <errno.h> in Claims.c, or correct the name",
                        "include <time.h> in Claims.c, or correct the name",
                        "include its header in Claims.c, or correct the name");
    }

    @Test
    @DisplayName("a pointer is no array, in C and in C++ (fault 21)")
    void pointersAndArrays() throws Exception {
        String cdef = """
                extern int pointer[];
                extern int inferred[...];
                extern int array[];
                extern int grid[][5];
                struct s { int fixed[]; ...; };
                struct t { int n; int inside[...]; ...; };
                """;
        String header = """
                extern int *pointer;
                extern int *inferred;
                extern int array[10];
                extern int grid[3][5];
                struct s { int n; int fixed[4]; int after; };
                struct t { int n; int *inside; };
                """;
        assertThat(told(cdef, header, ".c"))
                .containsExactly(
                        "1:12 'pointer' is 'int *' in the headers, 'int []' here",
                        "2:12 'inferred' is a pointer in the headers, and an array here",
                        "6:23 'inside' is a pointer in the headers, and an array here");
        assertThat(told(cdef, header, ".cpp"))
                .containsExactly(
                        "1:12 'pointer' is a pointer in the headers, and an array here",
                        "2:12 'inferred' is a pointer in the headers, and an array here",
                        "6:23 'inside' is a pointer in the headers, and an array here");
    }

    @Test
    @DisplayName("a typedef of an array whose lengths the compiler tells is checked at the typedef (fault 21)")
    void typedefsOfArrays() throws Exception {
        assertThat(told("""
                        typedef int right[...][...];
                        typedef int fewer[...][...];
                        typedef long other[...];
                        typedef int lengths[...][5];
                        struct s { right *r; fewer *f; };
                        int use(other *o, right r);
                        """, """
                        typedef int right[3][4];
                        typedef int fewer[3];
                        typedef int other[3];
                        typedef int lengths[2][4];
                        struct s { right *r; fewer *f; };
                        int use(other *o, right r);
                        """, ".c"))
                .containsExactly(
                        "2:13 'fewer' is another type in the headers than 'int [][]'",
                        "3:14 'other' is another type in the headers than 'long []'",
                        "4:13 'lengths' has a dimension of 4 in the headers, 5 here");
    }

    @Test
    @DisplayName("what is partial may stand inside of what is exact (fault 25)")
    void partialInside() throws Exception {
        assertThat(told("""
                        struct s { int x; ...; };
                        union u { struct s s; };
                        struct holder { struct s first; int numbers[...]; int after; };
                        enum e { A = ..., B };
                        enum f { C, D = ..., E = 7 };
                        """, """
                        struct s { int before, x; double after; };
                        union u { struct s s; };
                        struct holder { struct s first; int numbers[3]; int after; };
                        enum e { A = 5, FIRST, B };
                        enum f { C, D, E = 7 };
                        """, ".c")).isEmpty();
    }

    @Test
    @DisplayName("#pragma pack belongs to the layout that is checked (fault 21)")
    void packing() throws Exception {
        assertThat(told("""
                        #pragma pack(push, 1)
                        struct right { char tag; int length; };
                        struct wrong { char tag; int length; };
                        #pragma pack(pop)
                        struct wide { char tag; int length; };
                        """, """
                        #pragma pack(1)
                        struct right { char tag; int length; };
                        #pragma pack(2)
                        struct wrong { char tag; int length; };
                        struct wide { char tag; int length; };
                        """, ".c"))
                .containsExactly(
                        "3:30 field 'length' of 'struct wrong' is at offset 2 in the headers, 1 here",
                        "5:29 field 'length' of 'struct wide' is at offset 2 in the headers, 4 here");
    }

    /** What the author is told; an empty suffix stands for no preamble. */
    private List<String> told(String cdef, String preamble, String suffix) throws Exception {
        Path folder = Files.createTempDirectory(base, "module");
        Files.writeString(folder.resolve("Claims.cdef"), cdef);
        if (!suffix.isEmpty()) {
            Files.writeString(folder.resolve("Claims" + suffix), preamble);
        }
        CdefException refused = catchThrowableOfType(
                CdefException.class, () -> new BindingGenerator(TestModule.of("claims", folder, folder)).generate());
        Stream<Diagnostic> diagnostics = refused == null ? Stream.empty() : refused.diagnostics().stream();
        return diagnostics
                .map(error -> error.span().position().line() + ":"
                        + error.span().position().column() + " " + error.message())
                .toList();
    }
}
