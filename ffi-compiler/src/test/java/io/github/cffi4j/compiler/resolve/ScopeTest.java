package io.github.cffi4j.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
    @DisplayName("C11's compatible redeclarations are taken (fault 21)")
    @ValueSource(
            strings = {
                "typedef struct s s; typedef struct s { int x; } s; typedef struct s s; int f(s *p);",
                "int f(int); int f(int x);",
                "int f(int a[]); int f(int *a); int f(int a[3]); int f(int *const a);",
                "int g(void); int g();",
                "typedef struct s S; int h(S *s); int h(struct s *s);",
                "int k(const int a); int k(int a); int k(int);",
                "int m(unsigned a); int m(unsigned int a); unsigned long n(); long unsigned int n(void);",
                "enum e; enum e { A }; enum e; int f(enum e e);",
                "enum e { A }; enum e; typedef enum e E; int f(E e); int f(enum e);",
                "int f(int g(int)); int f(int (*g)(int)); int f(int (*)(int));",
                "extern int a[]; extern int a[3]; extern int a[0x3]; extern int a[03]; extern int a[];",
                "extern int x; int x; extern int x;",
                "static const int N; static const int N = 3; static const int N = 0x3;",
                "typedef int t; typedef int t; typedef t u; typedef int u;",
                "typedef int F(int); F f; int f(int x); F f;",
                "int f(bool b); int f(_Bool b);",
                "int f(char *const *a); int f(char *const a[]);",
                "int f(VOID); int f(void); typedef void V; int g(V); int g();",
                "const int f(void); int f(void);",
                "void WINAPI f(int); void __stdcall f(int x);",
                "int printf(const char *, ...); int printf(const char *format, ...);",
                "typedef int (*cb)(int a); typedef int (*cb)(int b); typedef int (*cb)(const int);",
                "typedef ... o; typedef ... o; typedef int... i; typedef long... i; typedef ... *p; typedef ... *p;",
                "typedef DWORD d; typedef unsigned int d;",
                "extern \"Java\" int f(int); extern \"Java\" int f(int x);",
                "[[ffi::critical]] int f(int); [[ffi::critical]] int f(int x);",
            })
    void takesWhatC11Takes(String cdef) {
        assertThat(TestBinding.refusals(cdef)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("constant expressions are compared by their values (fault 21)")
    @ValueSource(
            strings = {
                "extern int a[3]; extern int a[1+2]; extern int a[(3)]; extern int a[9 / 3 * 1];",
                "#define N 3\nextern int a[N]; extern int a[3]; extern int a[N * 2 - 3];",
                "#define N (1 + 2)\nextern int a[N * 2]; extern int a[6];",
                "#define M N\n#define N 4\nextern int a[M]; extern int a[N]; extern int a[-(-M)];",
                "enum { A = 2, B, C = B * 2 }; extern int a[B]; extern int a[3]; extern int b[C]; extern int b[6];",
                "static const int N = 3; extern int a[N]; extern int a[3];",
                "static const unsigned char N = 259; extern int a[N]; extern int a[3];",
                "extern int a[sizeof(int)]; extern int a[4]; extern int b[sizeof(long)]; extern int b[sizeof (long)];",
                "typedef int t[5]; extern char a[sizeof(t)]; extern char a[20]; extern char a[sizeof(int32_t) * 5];",
                "extern int a['A']; extern int a[65]; extern int a['\\x41']; extern int a['\\101'];",
                "extern int a[1 ? 3 : 4]; extern int a[3]; extern int a[(1 << 2) - 1]; extern int a[7 & 3];",
                "extern int a[-1 < 0u ? 2 : 3]; extern int a[3];",
                "extern int a[(unsigned char)-1]; extern int a[255];",
                "extern int a[~0u >> 24]; extern int a[255];",
                "extern int a[UNKNOWN + 1]; extern int a[(UNKNOWN + 0x1)];",
                "int f(int (*p)[3]); int f(int (*p)[1 + 2]); int f(int p[][0x3]);",
                "typedef int t[3]; typedef int t[1 + 2]; typedef struct s *u[sizeof(short)]; typedef struct s *u[2];",
                "#define X 1\n#define X 0x1\n#define X (2 - 1)",
                "#define X 1.5\n#define X 1.50\n#define Y -2.0f\n#define Y -2.F",
                "static const int N = 3; static const int N = 1 + 2; static const int N = '\\3';",
                "enum e { A = 1, B, C = 0x10 }; enum e { A = 2 - 1, B = 2, C = 16 };",
                "enum e { A = U, B }; enum e { A = (U), B };",
                "enum e { A = ..., B = 2 }; enum e { A = ..., B = 1 + 1 };",
            })
    void comparesValues(String cdef) {
        assertThat(TestBinding.refusals(cdef)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("other values, and values that nobody knows, are refused with both places (fault 21)")
    @CsvSource(delimiter = '|', textBlock = """
            extern int a[3]; extern int a[2+2];                          | 1:29 'a' is declared differently at Test.cdef:1:12
            #define N 3/**/extern int a[N]; extern int a[4];             | 2:29 'a' is declared differently at Test.cdef:2:12
            #define N 1 + 2/**/extern int a[N * 2]; extern int a[6];     | 2:33 'a' is declared differently at Test.cdef:2:12
            #define M N/**/#define N 1+2/**/int a[M * 2]; int a[6];      | 3:19 'a' is declared differently at Test.cdef:3:5
            extern int a[sizeof(long)]; extern int a[8];                 | 1:40 'a' is declared differently at Test.cdef:1:12
            extern int a[sizeof(void *)]; extern int a[8];               | 1:42 'a' is declared differently at Test.cdef:1:12
            #define N M/**/#define M N/**/extern int a[N]; int a[3];     | 3:22 'a' is declared differently at Test.cdef:3:12
            extern int a[UNKNOWN]; extern int a[3];                      | 1:35 'a' is declared differently at Test.cdef:1:12
            extern int a[UNKNOWN]; extern int a[UNKNOWN + 1];            | 1:35 'a' is declared differently at Test.cdef:1:12
            extern int a[2147483647 + 1 ? 1 : 2]; extern int a[1];       | 1:50 'a' is declared differently at Test.cdef:1:12
            extern int a[1 / 0 ? 1 : 2]; extern int a[1];                | 1:41 'a' is declared differently at Test.cdef:1:12
            typedef int t[3]; typedef int t[2 + 2];                      | 1:31 't' is declared differently at Test.cdef:1:13
            enum e { A = 1, B }; enum e { A = 1, B = 3 };                | 1:27 'e' is declared differently at Test.cdef:1:6
            enum e { A = 1, B }; enum e { B = 2, A = 1 };                | 1:27 'e' is declared differently at Test.cdef:1:6
            enum e { A = ... }; enum e { A = 1 };                        | 1:26 'e' is declared differently at Test.cdef:1:6
            #define X 1/**/#define X ...                                 | 2:9 'X' is declared differently at Test.cdef:1:9
            #define X 1.0/**/#define X 1.0f                              | 2:9 'X' is declared differently at Test.cdef:1:9
            #define X "1"/**/#define X "2"                               | 2:9 'X' is declared differently at Test.cdef:1:9
            """)
    void refusesOtherValues(String cdef, String refusal) {
        assertThat(TestBinding.refusals(cdef.replace("/**/", "\n")))
                .singleElement()
                .asString()
                .startsWith(refusal + " | ");
    }

    @Test
    @DisplayName("widths of bitfields and lengths of nothing count by their values (fault 21)")
    void widths() {
        ResolvedBinding binding = TestBinding.of("""
                #define N 3
                struct s { unsigned a : N; unsigned b : 1 + 2; unsigned c : UNKNOWN; int n; short data[N - 3]; };
                """);

        assertThat(binding.composites().get(0).fields())
                .extracting(field -> field.bits().orElse("-"))
                .containsExactly("3", "3", "UNKNOWN", "-", "-");
        assertThat(((ResolvedType.Array)
                                binding.composites().get(0).fields().get(4).type())
                        .openEnded())
                .isTrue();
    }

    @Test
    @DisplayName("of two declarations that agree the one that says more counts (fault 21)")
    void keepsWhatSaysMore() {
        ResolvedBinding binding = TestBinding.of("""
                int f(int, int); int f(int a, int b); int f(int, int);
                extern int x[]; extern int x[3]; extern int x[];
                enum e; enum e { A, B }; enum e;
                static const int N = 3; static const int N;
                """);

        assertThat(binding.functions()).singleElement().satisfies(f -> assertThat(f.parameters())
                .extracting(ResolvedFunction.Parameter::cName)
                .containsExactly("a", "b"));
        assertThat(TestBinding.brief(binding.globals().get(0).type())).isEqualTo("[3]int32");
        assertThat(binding.enums().get(0).enumerators()).containsExactly("A", "B");
        assertThat(binding.typedConstants().get(0).claim()).contains("3");
    }

    @ParameterizedTest
    @DisplayName("incompatible redeclarations are refused at the later one (fault 21)")
    @ValueSource(
            strings = {
                "int f(int a); long f(int a);",
                "int f(int a); int f(int a, int b);",
                "int f(int a); int f(int a, ...);",
                "int f(int *a); int f(const int *a);",
                "int f(int **a); int f(int *const *a);",
                "int f(int a[][3]); int f(int a[][4]);",
                "extern int a[3]; extern int a[4];",
                "extern int x; extern const int x;",
                "extern int x; extern unsigned x;",
                "static const int N = 3; static const int N = 4;",
                "struct s; struct t; int f(struct s *p); int f(struct t *p);",
                "struct s; int f(struct s *p); int f(void *p);",
                "typedef struct s s; typedef struct t s;",
                "typedef struct { int x; } s; typedef struct { int x; } s;",
                "typedef ... o; typedef struct o o;",
                "typedef int... i; typedef double... i;",
                "typedef int... i; int f(i x); int f(int x);",
                "int f(int (*g)(int)); int f(int (*g)(long));",
                "extern \"Java\" int f(int x); int f(int x);",
                "int f(int x); extern int f;",
                "int f(int x); [[ffi::critical]] int f(int x);",
                "int f(char a); int f(signed char a);",
            })
    void refusesWhatC11Refuses(String cdef) {
        assertThat(TestBinding.refusals(cdef))
                .singleElement()
                .asString()
                .contains("is declared differently at Test.cdef:1:")
                .endsWith("declare it once, or both times alike");
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
