package io.github.cffi4j.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

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
                .extracting(ResolvedFunction.Parameter::javaName)
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
