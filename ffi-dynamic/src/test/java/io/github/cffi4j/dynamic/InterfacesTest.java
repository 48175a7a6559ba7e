package io.github.cffi4j.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.ValueOutOfRangeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interfaces of the user's that a class written at run time implements. */
class InterfacesTest {
    private static final Cdef CDEF = Cdef.of("""
            int abs(int n);
            long labs(long n);
            double hypot(double x, double y);
            double ldexp(double x, int exponent);
            float sqrtf(float x);
            float ldexpf(float x, int exponent);
            long lround(double x);
            int isalpha(int c);
            size_t strlen(const char *s);
            char *strchr(const char *s, int c);
            void *memset(void *s, int c, size_t n);
            void *memchr(const void *s, int c, size_t n);
            int snprintf(char *s, size_t n, const char *format, ...);
            typedef struct { int quot, rem; } div_t;
            div_t div(int n, int d);
            typedef int (*cmp)(const void *, const void *);
            void qsort(void *base, size_t n, size_t size, cmp order);
            unsigned short htons(unsigned short host);
            unsigned htonl(unsigned host);
            int no_such_function(int n);
            int new(int n);
            extern int no_such_variable;
            void srand(unsigned seed);
            double modf(double x, double *whole);
            double drand48(void);
            int rand(void);
            typedef struct { int a, b; } pair;
            void *bsearch(const pair *key, const pair *base, size_t n, size_t size,
                          int (*order)(const pair *key, const pair *element));
            """);
    private static final Library C = CDEF.openProcess();

    private interface LibC {
        int abs(int n);

        long labs(long n);

        double hypot(double x, double y);

        double ldexp(double x, int exponent);

        float sqrtf(float x);

        float ldexpf(float x, int exponent);

        long lround(double x);

        int isalpha(int c);

        long strlen(String s);

        long strlen(BytePointer s);

        BytePointer strchr(BytePointer s, int c);

        Pointer memset(Pointer s, int c, long n);

        Pointer memchr(byte[] s, int c, long n);

        int snprintf(BytePointer s, long n, String format, Object... arguments);

        StructView div(int n, int d);

        void qsort(Pointer base, long n, long size, Order order);

        int htons(int host);

        long htonl(long host);

        @MayBeMissing
        int no_such_function(int n);

        void srand(long seed);

        double modf(double x, io.github.cffi4j.DoublePointer whole);

        double drand48();

        int rand();

        Pointer bsearch(pair key, pair base, long n, long size, PairOrder order);

        default int distance(int from, int to) {
            return abs(from - to);
        }
    }

    private interface Order {
        int compare(Pointer a, Pointer b);
    }

    private interface pair extends StructOf<pair> {
        int a();

        pair a(int value);
    }

    private interface PairOrder {
        int compare(pair key, pair element);
    }

    private static final LibC TYPED = C.as(LibC.class);

    @Test
    void callsEveryKindOfFunction() {
        assertThat(TYPED.abs(-3)).isEqualTo(3);
        assertThat(TYPED.labs(-(1L << 40))).isEqualTo(1L << 40);
        assertThat(TYPED.hypot(3, 4)).isEqualTo(5);
        assertThat(TYPED.ldexp(3, 4)).isEqualTo(48);
        assertThat(TYPED.sqrtf(2.25f)).isEqualTo(1.5f);
        assertThat(TYPED.ldexpf(1.5f, 1)).isEqualTo(3f);
        assertThat(TYPED.lround(-2.6)).isEqualTo(-3);
        assertThat(TYPED.isalpha('a')).isNotZero();
        assertThat(TYPED.strlen("Größe")).isEqualTo(7);
        assertThat(TYPED.htons(0xFE01)).isEqualTo(0x01FE);
        assertThat(TYPED.htonl(0x010203FEL)).isEqualTo(0xFE030201L);
        assertThat(TYPED.div(17, 5)).hasToString("div_t{quot=3, rem=2}");
        assertThat(TYPED.distance(3, 7)).isEqualTo(4);
        TYPED.srand(4294967295L);
        assertThat(TYPED.rand()).isNotNegative();
        assertThat(TYPED.drand48()).isBetween(0.0, 1.0);
        try (Arena arena = Arena.open()) {
            BytePointer text = BytePointer.allocate(arena, 20);
            assertThat(TYPED.snprintf(text, 20, "%s %d %.1f", "a", 1, 2.5)).isEqualTo(7);
            assertThat(TYPED.strlen(text)).isEqualTo(7);
            assertThat(TYPED.strchr(text, '1').string()).isEqualTo("1 2.5");
            assertThat(TYPED.strchr(text, 'x')).isNull();
            assertThat(TYPED.memset(text, 0, 20)).isEqualTo(text);
            io.github.cffi4j.DoublePointer whole = io.github.cffi4j.DoublePointer.allocate(arena);
            assertThat(TYPED.modf(2.5, whole)).isEqualTo(0.5);
            assertThat(whole.get()).isEqualTo(2);
            assertThat(TYPED.memchr(new byte[] {1, 2, 3}, 2, 3)).isNotNull();
            IntPointer numbers = IntPointer.of(arena, 3, 1, 2);
            TYPED.qsort(
                    numbers,
                    3,
                    4,
                    (a, b) -> Integer.compare(
                            IntPointer.at(a).get(), IntPointer.at(b).get()));
            assertThat(numbers.toArray(3)).containsExactly(1, 2, 3);
            TYPED.qsort(null, 0, 4, null);
            assertThatThrownBy(() -> TYPED.qsort(numbers, 3, 4, (a, b) -> {
                        throw new IllegalStateException("out of order");
                    }))
                    .hasMessage("out of order");
        }
    }

    @Test
    void callbacksTakeStructsByInterfaces() {
        try (Arena arena = Arena.open()) {
            pair pairs = CDEF.type(pair.class).allocate(arena, 3);
            pairs.get(1).a(5);
            pairs.get(2).a(7);
            pair key = CDEF.type(pair.class).allocate(arena).a(7);

            Pointer found = TYPED.bsearch(key, pairs, 3, 8, (a, b) -> Integer.compare(a.a(), b.a()));

            assertThat(found.address() - pairs.view().address()).isEqualTo(16);
            assertThat(TYPED.bsearch(key, pairs, 2, 8, (a, b) -> Integer.compare(a.a(), b.a())))
                    .isNull();
        }
    }

    interface Closeable extends AutoCloseable {
        int abs(int n);

        @Override
        void close();
    }

    @Test
    void anInterfaceCanCloseTheLibrary() {
        Closeable c =
                Cdef.of("int abs(int n); int close(int fd);").openProcess().as(Closeable.class);
        try (c) {
            assertThat(c.abs(-1)).isEqualTo(1);
        }
        assertThatThrownBy(() -> c.abs(-1)).hasMessage("this library was closed: the C library");
    }

    @Test
    void checksArguments() {
        assertThatThrownBy(() -> TYPED.htons(65536))
                .isInstanceOf(ValueOutOfRangeException.class)
                .hasMessage("htons: parameter 'host' (unsigned short) cannot hold 65536; it holds 0 to 65535");
        assertThatThrownBy(() -> TYPED.srand(-1))
                .hasMessage("srand: parameter 'seed' (unsigned int) cannot hold -1; it holds 0 to 4294967295");
        assertThatThrownBy(() -> TYPED.no_such_function(1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("there is no 'no_such_function' in the C library");
        Arena arena = Arena.open();
        BytePointer gone = arena.string("gone");
        arena.close();
        assertThatThrownBy(() -> TYPED.strlen(gone)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TYPED.strchr(gone, 'g')).isInstanceOf(IllegalStateException.class);
    }

    interface Wrong {
        double hypot(float x, double y);

        int abs(int n);

        long labs(int n);

        int strlenn(String s);

        String strchr(String s, int c);

        int snprintf(BytePointer s, long n, String format);

        void qsort(Pointer base, long n, long size, Runnable order);

        int no_such_variable(int a, int b);
    }

    @Test
    void tellsAllMismatchesAtOnce() {
        assertThatThrownBy(() -> C.as(Wrong.class))
                .isInstanceOf(CdefMismatchException.class)
                .hasMessage("""
                io.github.cffi4j.dynamic.InterfacesTest$Wrong does not fit the cdef:
                  Wrong.hypot(float, double): the cdef has double hypot(double x, double y), at cdef:3:8
                  Wrong.labs(int): the cdef has long labs(long n), at cdef:2:6
                  Wrong.no_such_variable(int, int): the cdef has int no_such_variable, at cdef:22:12
                  Wrong.qsort(Pointer, long, long, Runnable): the cdef has void qsort(void *base, size_t n, size_t size, cmp \
                order), at cdef:17:6
                  Wrong.snprintf(BytePointer, long, String): the cdef has int snprintf(char *s, size_t n, const char *format, \
                ...), at cdef:13:5
                  Wrong.strchr(String, int): the cdef has char *strchr(const char *s, int c), at cdef:10:7
                  Wrong.strlenn(String): the cdef has no 'strlenn'; did you mean 'strlen'?""");
    }

    interface Missing {
        int no_such_function(int n);

        int new_(int n);

        int no_such_variable();
    }

    @Test
    void tellsAllThatTheLibraryLacks() {
        assertThatThrownBy(() -> C.as(Missing.class))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the C library lacks new, no_such_function, no_such_variable of"
                        + " io.github.cffi4j.dynamic.InterfacesTest$Missing; mark what you can do without with"
                        + " @MayBeMissing");
    }

    interface Errors {
        int errno();

        void errno(int value);

        int close(int fd);
    }

    @Test
    void readsAndSetsVariables() {
        Errors errors =
                Cdef.of("extern int errno; int close(int fd);").openProcess().as(Errors.class);
        errors.errno(0);

        assertThat(errors.close(-1)).isEqualTo(-1);
        assertThat(errors.errno()).isEqualTo(9);
    }

    @Test
    void refusesWhatWasClosed() {
        Library m = Cdef.of("double cos(double x);").open("m");
        Cosine cos = m.as(Cosine.class);
        assertThat(cos.cos(0)).isEqualTo(1);
        m.close();

        assertThatThrownBy(() -> cos.cos(0)).hasMessage("this library was closed: " + m.path());
        assertThatThrownBy(() -> m.as(Cosine.class)).hasMessage("this library was closed: " + m.path());
    }

    /** Public, as those of other packages are. */
    public interface Cosine {
        double cos(double x);
    }

    @Test
    void interfacesOfTheJdkArePublicInAClosedModule() {
        Cdef cdef = Cdef.of("double applyAsDouble(double x, double y);\nint run(void);");

        assertThatThrownBy(() -> cdef.openProcess().as(java.util.function.DoubleBinaryOperator.class))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("the C library lacks applyAsDouble of java.util.function.DoubleBinaryOperator");
        assertThatThrownBy(() -> cdef.openProcess().as(Runnable.class))
                .isInstanceOf(CdefMismatchException.class)
                .hasMessageEndingWith("Runnable.run(): the cdef has int run(void), at cdef:2:5");
        java.util.function.DoubleBinaryOperator hypot =
                Cdef.of("double hypot(double x, double y);").openProcess().as(Hypot.class);
        assertThat(hypot.applyAsDouble(3, 4)).isEqualTo(5);
    }

    /** A name of C for the method of an interface that is not ours. */
    public interface Hypot extends java.util.function.DoubleBinaryOperator {
        @Override
        @CName("hypot")
        double applyAsDouble(double x, double y);
    }

    @Test
    void refusesClasses() {
        assertThatThrownBy(() -> C.as(String.class)).hasMessageContaining("is no interface");
        assertThat(List.of(TYPED.equals(TYPED), TYPED.hashCode() == System.identityHashCode(TYPED)))
                .containsExactly(true, true);
        assertThat(TYPED.getClass().isHidden()).isTrue();
    }

    /** As Kotlin before 2.2 compiles a method with a body. */
    private interface OldKotlin {
        int twice(int n);

        final class DefaultImpls {
            private DefaultImpls() {}

            static int twice(OldKotlin self, int n) {
                return 2 * n;
            }
        }
    }

    @Test
    void bodiesThatKotlinHidesAreNamed() {
        assertThatThrownBy(() -> C.as(OldKotlin.class))
                .isInstanceOf(CdefMismatchException.class)
                .hasMessageContaining("OldKotlin.twice(int): Kotlin has put its body into DefaultImpls; compile with"
                        + " -jvm-default=enable, or before Kotlin 2.2 with -Xjvm-default=all");
    }
}
