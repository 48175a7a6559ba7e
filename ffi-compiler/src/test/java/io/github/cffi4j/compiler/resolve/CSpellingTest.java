package io.github.cffi4j.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.platform.Platform;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CSpellingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int x                              | int x                            | int
            unsigned x                         | unsigned int x                   | unsigned int
            long unsigned long int x           | unsigned long long x             | unsigned long long
            const char *x                      | const char *x                    | const char *
            char const *const x                | const char *const x              | const char *const
            char *const *x                     | char *const *x                   | char *const *
            int x[3]                           | int x[3]                         | int [3]
            int x[]                            | int x[]                          | int []
            int *x[3]                          | int *x[3]                        | int *[3]
            int (*x)[3]                        | int (*x)[3]                      | int (*)[3]
            int x[2][3]                        | int x[2][3]                      | int [2][3]
            int x[1 + 2]                       | int x[1 + 2]                     | int [1 + 2]
            int (*x)(void)                     | int (*x)(void)                   | int (*)(void)
            int (*x)(int a, char *)            | int (*x)(int a, char *)          | int (*)(int a, char *)
            int (*x)(const char *, ...)        | int (*x)(const char *, ...)      | int (*)(const char *, ...)
            void (*(*x)(int))(char)            | void (*(*x)(int))(char)          | void (*(*)(int))(char)
            int (*x[4])(void)                  | int (*x[4])(void)                | int (*[4])(void)
            struct tag *x                      | struct tag *x                    | struct tag *
            const union tag x                  | const union tag x                | const union tag
            enum tag x                         | enum tag x                       | enum tag
            bool x                             | _Bool x                          | _Bool
            size_t x                           | size_t x                         | size_t
            """)
    void writesDeclarationsInsideOut(String declaration, String declared, String typeName) throws CdefException {
        Declaration.Typedef typedef =
                (Declaration.Typedef) CdefParser.parse(new SourceText("Test.cdef", "typedef " + declaration + ";"))
                        .on(Platform.LINUX_X86_64)
                        .declarations()
                        .get(0);
        CSpelling spelling = new CSpelling(Map.of());
        assertThat(spelling.declare(typedef.type(), "x")).isEqualTo(declared);
        assertThat(spelling.typeName(typedef.type())).isEqualTo(typeName);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            typedef struct { int x; } point; int f(point *p);   | point *
            typedef enum { A } mode; int f(mode m);             | mode
            typedef union { int x; } u, v; int f(v *p);         | v *
            """)
    void spellsTypesWithoutATagByTheirTypedef(String cdef, String spelled) {
        ResolvedBinding binding = TestBinding.of(cdef);
        assertThat(binding.spelling()
                        .typeName(binding.functions().get(0).parameters().get(0).declared()))
                .isEqualTo(spelled);
    }
}
