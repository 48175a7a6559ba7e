package io.github.cffi4j.build.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f(int a); int  f(int a);",
                "#define X 1\n#define X 1",
                "typedef int t; typedef int t;",
                "struct s; struct s { int x; }; struct s;",
                "typedef struct s s; struct s { s *next; };",
                "struct s { int x; }; enum s_ { A }; int s(void);",
                "enum e { A }; enum e { A };",
            })
    void takesWhatIsDeclaredTwiceAlike(String cdef) {
        assertThat(TestBinding.refusals(cdef)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int f(int a); int f(long a);               | 1:19 'f' is declared differently at Test.cdef:1:5
            int f(void);/**/#define f 1                | 2:9 'f' is declared differently at Test.cdef:1:5
            #define X 1/**/#define X 2                 | 2:9 'X' is declared differently at Test.cdef:1:9
            typedef int t; typedef long t;             | 1:29 't' is declared differently at Test.cdef:1:13
            struct s { int x; }; struct s { int x; };  | 1:29 'struct s' has a body already, at Test.cdef:1:8
            enum e { A }; enum e { A, B };             | 1:20 'e' is declared differently at Test.cdef:1:6
            enum e { A }; enum f { A };                | 1:24 'A' is declared already, at Test.cdef:1:10
            #define A 1/**/enum e { A };               | 2:10 'A' is declared already, at Test.cdef:1:9
            enum e { A }; int A(void);                 | 1:10 'A' is declared already, at Test.cdef:1:19
            """)
    void refusesWhatIsDeclaredTwiceAndDifferently(String cdef, String refusal) {
        assertThat(TestBinding.refusals(cdef.replace("/**/", "\n")))
                .singleElement()
                .asString()
                .startsWith(refusal + " | ");
    }
}
