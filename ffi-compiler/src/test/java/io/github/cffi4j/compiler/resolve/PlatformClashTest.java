package io.github.cffi4j.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two platforms may say differently of one thing. The first line stands on Windows, the second elsewhere. */
class PlatformClashTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            int f(int a);                       | int f(int a);
            int f(int a);                       | int f(const int b);
            int __stdcall f(char *a);           | int f(unsigned char a[]);
            struct s { int x; };                | struct s { int x, y; };
            struct s { int x; };                | struct s { long z; ...; };
            struct s { int x[3]; };             | struct s { int x[4]; };
            struct s { int x; };                | struct s;
            typedef struct { int x; } t;        | typedef struct { int y; } t;
            typedef int t[3];                   | typedef int t[4];
            enum e { A, B };                    | enum e { B, A, C };
            enum e { A };                       | `#define A 7`
            `#define A 1`                       | `#define A ...`
            extern const char *g;               | extern char *g;
            typedef void (*c)(int);             | typedef void (__stdcall *c)(int x);
            extern "Java" int f(int a);         | extern "Java+C" int f(int a);
            """)
    void isTheSameToJava(String windows, String others) {
        assertThat(TestBinding.refusals(cdef(windows, others))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            int f(int a);                | int f(int a, int b);  | 4:5 'f' has another number of parameters (2) than at Test.cdef:2:5 (1)
            int f(long long a);          | int f(int a);         | 4:7 parameter 'a' of 'f' is another type to Java than at Test.cdef:2:7
            int f(short a);              | int f(int8_t a);      | 4:7 parameter 'a' of 'f' is another type to Java than at Test.cdef:2:7
            int f(int *a);               | int f(short *a);      | 4:7 parameter 'a' of 'f' is another type to Java than at Test.cdef:2:7
            int f(const char *a);        | int f(char *a);       | 4:7 parameter 'a' of 'f' is 'const char *' on some platforms only: not so at Test.cdef:2:7
            void f(int a);               | int f(int a);         | 4:5 the result of 'f' is another type to Java than at Test.cdef:2:6
            int f(int a, ...);           | int f(int a);         | 4:5 'f' takes '...' on some platforms only: not so at Test.cdef:2:5
            int f(int a);                | extern int f;         | 4:12 'f' is a variable here, and a function at Test.cdef:2:5
            static const int f;          | `#define f ...`       | 4:9 'f' is a constant here, and a typed constant at Test.cdef:2:18
            extern int g;                | extern double g;      | 4:15 'g' is another type to Java than at Test.cdef:2:12
            static const int C;          | static const long C;  | 4:19 'C' is another type to Java than at Test.cdef:2:18
            struct s { int x; };         | struct s { char x; }; | 4:17 field 'x' of 'struct s' is another type to Java than at Test.cdef:2:16
            struct s { int x : 3; };     | struct s { int x; };  | 4:16 field 'x' of 'struct s' has another length than at Test.cdef:2:16
            typedef struct { int x; } t; | typedef union { int x; } t; | 4:9 't' is a union here, and a struct at Test.cdef:2:9
            typedef void (*c)(int);      | typedef int (*c)(int); | 4:15 the result of 'c' is another type to Java than at Test.cdef:2:16
            typedef int t;               | typedef long t;       | 4:14 't' is another type to Java than at Test.cdef:2:13
            typedef int... t;            | typedef int t;        | 4:13 't' is another type to Java than at Test.cdef:2:16
            typedef float t;             | typedef double t;     | 4:16 't' is another type to Java than at Test.cdef:2:15
            typedef void *t;             | typedef int t;        | 4:13 't' is another type to Java than at Test.cdef:2:15
            typedef struct a *t;         | typedef struct b *t;  | 4:19 't' is another type to Java than at Test.cdef:2:19
            extern "Java" int f(int a);  | extern "Java" int f(long a); | 4:21 parameter 'a' of 'f' is another type to Java than at Test.cdef:2:21
            extern "Java" int f(int a);  | int f(int a);         | 4:5 'f' is a function here, and a callback at Test.cdef:2:19
            """)
    void isNotTheSameToJava(String windows, String others, String refusal) {
        assertThat(TestBinding.refusals(cdef(windows, others)))
                .singleElement()
                .asString()
                .startsWith(refusal + " | ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            typedef int t;        | typedef long t;      | write 'typedef int... t;' for all platforms: the C compiler tells the rest
            typedef float t;      | typedef double t;    | write 'typedef float... t;' for all platforms: the C compiler tells the rest
            typedef void *t;      | typedef int t;       | write 'typedef ... t;' if only pointers to it are used, or 'typedef struct { ... } t;' on each platform
            """)
    void aTypedefThatClashesIsMendedOnce(String windows, String others, String fix) {
        String uses = "\nt f(t x);\nextern t g;";
        assertThat(TestBinding.refusals(cdef(windows, others) + uses))
                .singleElement()
                .asString()
                .endsWith(" | " + fix);
    }

    private static String cdef(String windows, String others) {
        return "#ifdef _WIN32\n" + windows + "\n#else\n" + others + "\n#endif";
    }
}
