package io.github.cffi4j.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Complex;
import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.ValueOutOfRangeException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Calls of the C library by name. */
class CallsTest {
    private static final Library C = Cdef.of("""
            int abs(int n);
            long labs(long n);
            int toupper(int c);
            double hypot(double x, double y);
            float sqrtf(float x);
            long double fabsl(long double x);
            size_t strlen(const char *s);
            char *strchr(const char *s, int c);
            char *strcpy(char *to, const char *from);
            void *memset(void *s, int c, size_t n);
            void *memcpy(void *to, const void *from, size_t n);
            size_t wcslen(const wchar_t *s);
            int snprintf(char *s, size_t n, const char *format, ...);
            unsigned long strtoul(const char *s, char **end, int base);
            typedef struct { int quot, rem; } div_t;
            typedef struct { long quot, rem; } ldiv_t;
            div_t div(int n, int d);
            ldiv_t ldiv(long n, long d);
            double _Complex csqrt(double _Complex z);
            extern int errno;
            int close(int fd);
            int no_such_function(int n);
            extern int no_such_variable;
            void *malloc(size_t n);
            void free(void *p);
            """).openProcess();

    @Test
    void passesNumbers() {
        assertThat(C.call("abs", -3)).isEqualTo(3);
        assertThat(C.call("labs", -3)).isEqualTo(3L);
        assertThat(C.call("toupper", 'a')).isEqualTo((int) 'A');
        assertThat(C.call("hypot", 3, 4.0)).isEqualTo(5.0);
        assertThat(C.call("sqrtf", 2.25)).isEqualTo(1.5f);
        assertThat(C.call("fabsl", -1.5)).isEqualTo(1.5);
        assertThat(C.call("csqrt", new Complex(-4, 0))).isEqualTo(new Complex(0, 2));
    }

    @Test
    void passesStringsAndPointers() {
        assertThat(C.call("strlen", "Zugspitze")).isEqualTo(9L);
        assertThat(C.call("strlen", "Größe")).isEqualTo(7L);
        assertThat(C.call("wcslen", "Größe")).isEqualTo(5L);
        try (Arena arena = Arena.open()) {
            BytePointer text = BytePointer.allocate(arena, 20);
            assertThat(((Pointer) C.call("strcpy", text, "moin")).string()).isEqualTo("moin");
            assertThat(((BytePointer) C.call("strchr", text, 'i')).string()).isEqualTo("in");
            assertThat(C.call("strchr", text, 'x')).isNull();
            assertThat(C.call("memcpy", text, new byte[] {65, 66}, 2)).isEqualTo(text);
            assertThat(text.string()).isEqualTo("ABin");

            BytePointer end = BytePointer.allocate(arena, 8);
            assertThat(C.call("strtoul", text, null, 16)).isEqualTo(0xABL);
            assertThat(C.call("strtoul", text, end.asRef(), 16)).isEqualTo(0xABL);
        }
    }

    @Test
    void passesVariadicArguments() {
        try (Arena arena = Arena.open()) {
            BytePointer text = BytePointer.allocate(arena, 100);

            int length = (int) C.call(
                    "snprintf", text, 100, "%s %d %ld %.2f %c %p %d", "pi", -3, 1L << 40, 3.14159f, 'c', null, true);

            assertThat(text.string()).isEqualTo("pi -3 1099511627776 3.14 c (nil) 1");
            assertThat(length).isEqualTo(34);
            C.call(
                    "snprintf",
                    text,
                    100,
                    "%d %g %d %g %d %g %d %g %d %g %d",
                    1,
                    2.5,
                    3,
                    4.5,
                    5,
                    6.5,
                    7,
                    8.5,
                    9,
                    10.5,
                    11);
            assertThat(text.string()).isEqualTo("1 2.5 3 4.5 5 6.5 7 8.5 9 10.5 11");
            assertThatThrownBy(() -> C.call("snprintf", text, 100, "%d", new int[1]))
                    .hasMessage(
                            "snprintf: variadic argument 1 is of type int[]; C takes numbers, strings and pointers");
        }
    }

    @Test
    void passesStructsByValue() {
        StructView small = (StructView) C.call("div", 17, 5);
        StructView large = (StructView) C.call("ldiv", -17, 5);

        assertThat(small).hasToString("div_t{quot=3, rem=2}");
        assertThat(large).hasToString("ldiv_t{quot=-3, rem=-2}");
    }

    @Test
    void keepsErrnoForEachThread() throws InterruptedException {
        C.set("errno", 0);
        assertThat(C.call("close", -1)).isEqualTo(-1);
        assertThat(C.get("errno")).isEqualTo(9);
        AtomicReference<Object> other = new AtomicReference<>();
        Thread thread = new Thread(() -> other.set(C.get("errno")));
        thread.start();
        thread.join();
        assertThat(other).hasValue(0);
        C.set("errno", 0);
        assertThat(C.call("strtoul", "99999999999999999999999", null, 10)).isEqualTo(-1L);
        assertThat(C.get("errno")).isEqualTo(34);
    }

    @Test
    void refusesWrongArguments() {
        assertThatThrownBy(() -> C.call("abs", 1L << 31))
                .isInstanceOf(ValueOutOfRangeException.class)
                .hasMessage("abs: parameter 'n' (int) cannot hold 2147483648; it holds -2147483648 to 2147483647");
        assertThatThrownBy(() -> C.call("abs", 1.0))
                .hasMessage("abs: parameter 'n' (int) takes an integer, not a java.lang.Double");
        assertThatThrownBy(() -> C.call("abs")).hasMessage("abs takes 1 argument, not 0: int abs(int n)");
        assertThatThrownBy(() -> C.call("abs", 1, 2)).hasMessage("abs takes 1 argument, not 2: int abs(int n)");
        assertThatThrownBy(() -> C.call("snprintf", null, 0))
                .hasMessageStartingWith("snprintf takes at least 3 arguments, not 2");
        assertThatThrownBy(() -> C.call("hypot", 1, "2"))
                .hasMessage("hypot: parameter 'y' (double) takes a number, not a java.lang.String");
        assertThatThrownBy(() -> C.call("strlen", 5))
                .hasMessage("strlen: parameter 's' (const char *) takes a String, a BytePointer or a plain Pointer,"
                        + " not a java.lang.Integer");
        assertThatThrownBy(() -> C.call("strcpy", "to", "from"))
                .hasMessage(
                        "strcpy: parameter 'to' (char *) is not const: C may write there; pass arena.string(...), or"
                                + " memory of the size that C expects");
        assertThatThrownBy(() -> C.call("strlen", "a\0b")).isInstanceOf(IllegalArgumentException.class);
        Arena arena = Arena.open();
        BytePointer text = arena.string("gone");
        arena.close();
        assertThatThrownBy(() -> C.call("strlen", text)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesTheNearest() {
        assertThatThrownBy(() -> C.call("strlenn", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the cdef has no function 'strlenn'; did you mean 'strlen'?");
        assertThatThrownBy(() -> C.get("errn")).hasMessage("the cdef has no variable 'errn'; did you mean 'errno'?");
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(C.missing()).containsExactly("no_such_function", "no_such_variable");
        assertThatThrownBy(() -> C.call("no_such_function", 1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("there is no 'no_such_function' in the C library");
        assertThatThrownBy(() -> C.get("no_such_variable"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("there is no 'no_such_variable' in the C library");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void findsLibrariesByTheirNames() {
        Cdef cdef = Cdef.of("double cos(double x);");
        try (Library m = cdef.open("m")) {
            assertThat(m.call("cos", 0)).isEqualTo(1.0);
            assertThat(m.path()).isEqualTo("libm.so.6");
        }
        try (Library m = cdef.open("no-such-library", "libm.so.6")) {
            assertThat(m.missing()).isEmpty();
        }
        assertThatThrownBy(() -> cdef.open("no-such-library"))
                .isInstanceOf(NativeLibraryNotFoundException.class)
                .hasMessageMatching("(?s)no library could be opened:"
                        + "\\n  the system's loader cannot open 'libno-such-library.so': libno-such-library.so: .*"
                        + "\\n  the system's loader cannot open 'no-such-library': no-such-library: .*"
                        + "\\n  this machine: linux.*\\n  what to do:   install the package that has it, or give open"
                        + "\\(\\.\\.\\.\\) the path of the file");
        assertThatThrownBy(() -> cdef.open(Path.of("/no/such/file.so")))
                .isInstanceOf(NativeLibraryNotFoundException.class)
                .hasMessageContaining("'/no/such/file.so'");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesToUseWhatWasClosed() {
        Library m = Cdef.of("double cos(double x);").open("m");
        CFunction cos = m.function("cos");
        assertThat(cos.call(0)).isEqualTo(1.0);
        m.close();

        assertThatThrownBy(() -> m.call("cos", 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this library was closed: libm.so.6");
        assertThatThrownBy(() -> cos.call(0)).hasMessage("this library was closed: libm.so.6");
        m.close();
    }

    @Test
    void keepsWhatCAllocated() {
        Pointer memory = (Pointer) C.call("malloc", 10);
        assertThat(C.call("memset", memory, 7, 10)).isEqualTo(memory);
        assertThat(memory.asBytes().get(9)).isEqualTo((byte) 7);
        assertThat(C.call("free", memory)).isNull();
    }
}
