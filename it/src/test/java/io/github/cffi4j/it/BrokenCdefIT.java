package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A cdef that is wrong breaks the build, and what the user reads is told here to the letter. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class BrokenCdefIT {
    private static final String CDEF = "src/main/ffi/org/example/claims/Claims.cdef";
    private static final String PREAMBLE = "src/main/ffi/org/example/claims/Claims.c";
    private static final String HEADER = "src/main/c/include/claims.h";

    private TestProject project;

    @BeforeEach
    void copy(Path work) throws IOException {
        project = TestProject.copy("claims", work);
    }

    @Test
    void nothingWrong() {
        assertThat(project.run("generate-sources").succeeded().info()).contains("1 cdef verified on 8 platforms");
    }

    @Test
    void wrongClaims() throws IOException {
        assertThat(errorsOf("""
                        #define ANSWER 42
                        #define QUESTION 1
                        typedef int... flags_t;
                        struct pair { int first; double second; };
                        struct triple { int a; int b; };
                        int twice(const char *n);
                        int thrice(int n);
                        int measure(const struct pair *p);
                        char *name_of(int n);
                        """)).isEqualTo("""
                        Claims.cdef:1:9: 'ANSWER' is 43 in the headers, 42 here
                            1 | #define ANSWER 42
                              |         ^~~~~~
                          on: all 8 platforms
                          fix: write '43', or '...' to let the compiler tell
                        Claims.cdef:2:9: 'QUESTION' is not declared by the headers
                            2 | #define QUESTION 1
                              |         ^~~~~~~~
                          on: all 8 platforms
                          fix: include its header in Claims.c, or correct the name
                        Claims.cdef:4:33: field 'second' of 'struct pair' is 'int64_t' in the headers, 'double' here
                            4 | struct pair { int first; double second; };
                              |                                 ^~~~~~
                          on: all 8 platforms
                          fix: declare it as 'int64_t'
                        Claims.cdef:5:8: 'struct triple' is 12 bytes in the headers, 8 here
                            5 | struct triple { int a; int b; };
                              |        ^~~~~~
                          on: all 8 platforms
                          fix: declare every field, in the order of the headers, or add '...;' as the last field
                        Claims.cdef:6:11: parameter 'n' of 'twice' is 'int' in the headers, 'const char *' here
                            6 | int twice(const char *n);
                              |           ^~~~~~~~~~~~~
                          on: all 8 platforms · declared in claims.h:20 as int twice(int n)
                          fix: declare it as 'int'
                        Claims.cdef:7:5: 'thrice' is not declared by the headers
                            7 | int thrice(int n);
                              |     ^~~~~~
                          on: all 8 platforms
                          fix: include its header in Claims.c, or correct the name
                        Claims.cdef:8:5: 'measure' takes 2 parameters in the headers, 1 here
                            8 | int measure(const struct pair *p);
                              |     ^~~~~~~
                          on: all 8 platforms · declared in claims.h:21 as int measure(const struct pair *p, flags_t flags)
                          fix: declare it as the headers do
                        """);
    }

    @Test
    void missingField() throws IOException {
        assertThat(errorsOf("""
                        struct pair { int first; int64_t seconds; };
                        struct triple { int c; int d; ...; };
                        """)).isEqualTo("""
                        Claims.cdef:1:34: 'struct pair' has no field 'seconds' in the headers
                            1 | struct pair { int first; int64_t seconds; };
                              |                                  ^~~~~~~
                          on: all 8 platforms
                          fix: correct the name, or remove the field
                        Claims.cdef:2:28: 'struct triple' has no field 'd' in the headers
                            2 | struct triple { int c; int d; ...; };
                              |                            ^
                          on: all 8 platforms
                          fix: correct the name, or remove the field
                        """);
    }

    @Test
    void wrongOnSomePlatformsOnly() throws IOException {
        assertThat(errorsOf("""
                        struct stamp { long seconds; };
                        """)).isEqualTo("""
                        Claims.cdef:1:21: field 'seconds' of 'struct stamp' is 8 bytes in the headers, 'long' has 4 here
                            1 | struct stamp { long seconds; };
                              |                     ^~~~~~~
                          on: windows-x86_64 windows-aarch_64
                          fix: declare it with an integer type of that size, or with a 'typedef int...'
                        """);
    }

    @Test
    void wrongInABranch() throws IOException {
        assertThat(errorsOf("""
                        #ifdef _WIN32
                        int twice(const char *n);
                        #else
                        int twice(int n);
                        #endif
                        """)).isEqualTo("""
                        Claims.cdef:4:11: parameter 'n' of 'twice' is another type to Java than at Claims.cdef:2:11
                            4 | int twice(int n);
                              |           ^~~~~
                          fix: give both one type: for integers 'typedef int... name;' outside of the '#if' and that name in both; or put the difference into C functions beside the cdef
                        """);
        assertThat(errorsOf("""
                        #ifdef _WIN32
                        int measure(struct pair *p, int flags);
                        int twice(const char *n);
                        #endif
                        """)).isEqualTo("""
                        Claims.cdef:3:11: parameter 'n' of 'twice' is 'int' in the headers, 'const char *' here
                            3 | int twice(const char *n);
                              |           ^~~~~~~~~~~~~
                          on: windows-x86_64 windows-aarch_64 · declared in claims.h:20 as int twice(int n)
                          fix: declare it as 'int'
                        """);
    }

    @Test
    void brokenConditions() throws IOException {
        assertThat(errorsOf("""
                        #ifdef HAVE_TWICE
                        int twice(int n);
                        """)).isEqualTo("""
                        Claims.cdef:1:1: this '#ifdef' has no '#endif'
                            1 | #ifdef HAVE_TWICE
                              | ^~~~~~~~~~~~~~~~~
                          fix: end what it is about with '#endif'
                        Claims.cdef:1:8: 'HAVE_TWICE' is no macro of a platform
                            1 | #ifdef HAVE_TWICE
                              |        ^~~~~~~~~~
                          fix: a cdef's conditions tell platforms apart, by _WIN32, __APPLE__, __linux__ and the like; remove this condition, or put what depends on it into C functions beside the cdef
                        """);
    }

    @Test
    void unknownTypes() throws IOException {
        assertThat(errorsOf("""
                        count twice(int n);
                        const char *name_of(sizet n);
                        """)).isEqualTo("""
                        Claims.cdef:1:1: unknown type 'count'
                            1 | count twice(int n);
                              | ^~~~~
                          fix: declare it first, as in 'typedef ... count;' or 'typedef int... count;' (the dots are meant literally)
                        Claims.cdef:2:21: unknown type 'sizet'
                            2 | const char *name_of(sizet n);
                              |                     ^~~~~
                          fix: did you mean 'size_t'? Otherwise declare it first, as in 'typedef ... sizet;' or 'typedef int... sizet;' (the dots are meant literally)
                        """);
    }

    @Test
    void syntaxErrors() throws IOException {
        assertThat(errorsOf("""
                        int twice(int n;
                        const char *name_of(int n)
                        int measure(const struct pair *p, int flags);
                        """)).isEqualTo("""
                        Claims.cdef:1:16: expected ',' or ')' after a parameter, found ';'
                            1 | int twice(int n;
                              |                ^
                          fix: correct it, or remove ';'
                        Claims.cdef:2:27: missing ';' after ')'
                            2 | const char *name_of(int n)
                              |                           ^
                          fix: end the declaration with ';'
                        """);
    }

    @Test
    void unsupportedConstructs() throws IOException {
        assertThat(errorsOf("""
                        #include <stdint.h>
                        struct pair { int first; int64_t second; } __attribute__((vector_size(16)));
                        int measure(int (^block)(void));
                        """)).isEqualTo("""
                        Claims.cdef:1:1: a cdef includes other cdefs, not headers
                            1 | #include <stdint.h>
                              | ^~~~~~~~~~~~~~~~~~~
                          fix: put it into the .c file beside the cdef, and declare here what you use of the header
                        Claims.cdef:2:59: attribute 'vector_size' changes the layout, which is not supported yet
                            2 | struct pair { int first; int64_t second; } __attribute__((vector_size(16)));
                              |                                                           ^~~~~~~~~~~~~~~
                          fix: remove it, and end the struct's fields with '...;' so that the C compiler tells the layout
                        Claims.cdef:3:18: a block (^) is not supported
                            3 | int measure(int (^block)(void));
                              |                  ^
                          fix: wrap it in a C function that takes a function pointer
                        """);
    }

    @Test
    void missingHeader() throws IOException {
        project.replace(PREAMBLE, "claims.h", "claim.h");

        assertThat(errors())
                .containsExactly(
                        project.file(PREAMBLE) + ":1:10: 'claim.h' file not found",
                        "   on: all 8 platforms",
                        "   fix: put it below src/main/c/include, or name its folder in <includes>");
    }

    @Test
    void brokenHeader() throws IOException {
        project.replace(HEADER, "int twice(int n);", "int twice(strange n);");

        assertThat(errors())
                .containsExactly(
                        project.file(HEADER) + ":20:11: unknown type name 'strange'", "   on: all 8 platforms");
    }

    private String errorsOf(String cdef) throws IOException {
        project.write(CDEF, cdef);
        return String.join("\n", errors()) + "\n";
    }

    private List<String> errors() {
        return project.run("generate-sources").failed().errors();
    }
}
