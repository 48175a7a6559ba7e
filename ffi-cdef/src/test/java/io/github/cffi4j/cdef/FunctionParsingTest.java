package io.github.cffi4j.cdef;

import static io.github.cffi4j.cdef.CdefAssertions.assertParsed;
import static io.github.cffi4j.cdef.CdefAssertions.notes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FunctionParsingTest {

    @Test
    void parametersMayLackNames() {
        assertParsed("int f(const char *name, size_t);", "function f(name: *const char, size_t) -> int");
    }

    @Test
    void emptyParenthesesMeanVoid() {
        assertParsed("int f(); int g(void);", "function f() -> int", "function g() -> int");
    }

    @Test
    void variadic() {
        assertParsed("int printf(const char *f, ...);", "function printf(f: *const char, ...) -> int");
    }

    @Test
    void storageAndInlineAreTheDefinitionsAffair() {
        assertParsed(
                "extern int f(void); static inline int g(void); __inline__ int h(void);",
                "function f() -> int",
                "function g() -> int",
                "function h() -> int");
    }

    @Test
    void arraysAndFunctionsAsParametersStayAsWritten() {
        assertParsed(
                "void f(int a[5], int b[], int c[static 3], int d[const], int e[*], int [...], int g(int));",
                "function f(a: [5]int, b: []int, c: [3]int, d: []int, e: []int, [...]int, g: fn(int) -> int) -> void");
    }

    @Test
    void aTypedefNameInParenthesesIsAParameter() {
        assertParsed(
                "typedef int foo; int f(int (foo)); int g(int (bar)); int h(foo foo);",
                "typedef foo: int",
                "function f(fn(foo) -> int) -> int",
                "function g(bar: int) -> int",
                "function h(foo: foo) -> int");
    }

    @Test
    void severalInOneDeclaration() {
        assertParsed("int f(int), *g(void), x;", "function f(int) -> int", "function g() -> *int", "variable x: int");
    }

    @Test
    void functionsThatTakeAndReturnFunctionPointers() {
        assertParsed(
                """
                void (*signal(int sig, void (*func)(int)))(int);
                int (*(*table[2])(void))[3];
                int sqlite3_exec(void *, int (*row)(void *state, int n, char **values), char **error);
                """,
                "function signal(sig: int, func: *fn(int) -> void) -> *fn(int) -> void",
                "variable table: [2]*fn() -> *[3]int",
                "function sqlite3_exec(*void, row: *fn(state: *void, n: int, values: **char) -> int, error: **char) -> int");
    }

    @Test
    void callingConventions() {
        assertParsed(
                """
                int WINAPI f(int);
                int *__stdcall g(void);
                typedef void (__cdecl *callback)(int);
                int h(int (WINAPI *cb)(int));
                int k(int) __attribute__((stdcall));
                """,
                "function f(int) STDCALL -> int",
                "function g() STDCALL -> *int",
                "typedef callback: *fn(int) CDECL -> void",
                "function h(cb: *fn(int) STDCALL -> int) -> int",
                "function k(int) STDCALL -> int");
    }

    @Test
    void javaImplementsFunctions() {
        assertParsed(
                """
                extern "Python" int f(int);
                extern "Java" { int g(void); int h(void); }
                extern "Python+C" { void i(void); }
                extern "Java" "+C" void j(void), n(void);
                extern "C + Python" void o(void);
                extern "C" { int k(void); extern "Java" int l(void); }
                int m(void);
                """,
                "JAVA function f(int) -> int",
                "JAVA function g() -> int",
                "JAVA function h() -> int",
                "JAVA_AND_C function i() -> void",
                "JAVA_AND_C function j() -> void",
                "JAVA_AND_C function n() -> void",
                "JAVA_AND_C function o() -> void",
                "function k() -> int",
                "JAVA function l() -> int",
                "function m() -> int");
    }

    @Test
    void ourAttributes() {
        assertParsed(
                "[[ffi::critical]] int f(void), g(void); [[ffi::a, ffi::b]] [[ffi::c]] int h(void);",
                "[critical] function f() -> int",
                "[critical] function g() -> int",
                "[a] [b] [c] function h() -> int");
    }

    @Test
    void whatHasNoEffectIsNoted() {
        assertThat(notes("[[nodiscard]] int f(int *_Nonnull p) __asm__(\"g\") __attribute__((nonnull(1), __pure__));"))
                .containsExactly(
                        "1:3 attribute 'nodiscard' has no effect",
                        "1:26 '_Nonnull' has no effect",
                        "1:38 the assembler name has no effect",
                        "1:66 attribute 'nonnull' has no effect",
                        "1:78 attribute 'pure' has no effect");
    }
}
