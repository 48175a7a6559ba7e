package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A cdef that is wrong breaks the build, and what the user reads is told here to the letter. */
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
        assertThat(project.run("generate-sources").succeeded().info()).contains("1 cdef, true on 8 platforms");
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
                        """);
    }

    @Test
    void missingField() throws IOException {
        assertThat(errorsOf("""
                        struct pair { int first; int64_t seconds; };
                        struct triple { int c; int d; ...; };
                        """)).isEqualTo("""
                        """);
    }

    @Test
    void wrongOnSomePlatformsOnly() throws IOException {
        assertThat(errorsOf("""
                        struct stamp { long seconds; };
                        """)).isEqualTo("""
                        """);
    }

    @Test
    void unknownTypes() throws IOException {
        assertThat(errorsOf("""
                        count twice(int n);
                        const char *name_of(sizet n);
                        int measure(struct couple p);
                        """)).isEqualTo("""
                        """);
    }

    @Test
    void syntaxErrors() throws IOException {
        assertThat(errorsOf("""
                        int twice(int n;
                        const char *name_of(int n)
                        int measure(const struct pair *p, int flags);
                        """)).isEqualTo("""
                        """);
    }

    @Test
    void unsupportedConstructs() throws IOException {
        assertThat(errorsOf("""
                        struct pair { int first : 3; int64_t second; };
                        struct triple { int a; int b; int c; };
                        int twice(int n, ...);
                        int measure(struct triple t);
                        struct triple make(void);
                        extern int counter;
                        """)).isEqualTo("""
                        """);
    }

    @Test
    void missingHeader() throws IOException {
        project.replace(PREAMBLE, "claims.h", "claim.h");

        assertThat(errors()).isEqualTo(List.of(""));
    }

    @Test
    void brokenHeader() throws IOException {
        project.replace(HEADER, "int twice(int n);", "int twice(strange n);");

        assertThat(errors()).isEqualTo(List.of(""));
    }

    private String errorsOf(String cdef) throws IOException {
        project.write(CDEF, cdef);
        return String.join("\n", errors()) + "\n";
    }

    private List<String> errors() {
        return project.run("generate-sources").failed().errors();
    }
}
