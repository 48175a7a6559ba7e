package io.github.cffi4j.it.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.dynamic.Cdef;
import io.github.cffi4j.dynamic.CdefMismatchException;
import io.github.cffi4j.dynamic.Library;
import org.junit.jupiter.api.Test;

/** Interfaces that the compilers of Kotlin and Scala have compiled. */
class LanguagesIT {
    private static final Library C = Cdef.of("""
            int abs(int n);
            long long labs(long long n);
            double hypot(double x, double y);
            size_t strlen(const char *s);
            char *strchr(const char *s, int c);
            void srand(unsigned seed);
            int snprintf(char *s, size_t n, const char *format, ...);
            void qsort(void *base, size_t n, size_t size, int (*order)(const void *a, const void *b));
            typedef struct { int quot, rem; } div_t;
            div_t div(int n, int d);
            extern int errno;
            """).openProcess();

    @Test
    void kotlin() {
        KotlinC kotlin = KotlinC.of(C);
        try (Arena arena = Arena.open()) {
            assertThat(kotlin.abs(-3)).isEqualTo(3);
            assertThat(kotlin.hypot(3, 4)).isEqualTo(5);
            assertThat(kotlin.strlen("Zugspitze")).isEqualTo(9);
            BytePointer text = arena.string("Zugspitze");
            assertThat(kotlin.strchr(text, 's').string()).isEqualTo("spitze");
            assertThat(kotlin.strchr(text, '!')).isNull();
            kotlin.srand(4_000_000_000L);
            assertThat(kotlin.snprintf(text, 9, "%s %d", "pi", 3)).isEqualTo(4);
            assertThat(kotlin.distance(3, 8)).isEqualTo(5);
            assertThat(kotlin.div(17, 5).rem()).isEqualTo(2);
            kotlin.setErrno(7);
            assertThat(kotlin.getErrno()).isEqualTo(7);
        }
    }

    @Test
    void kotlinCallbacks() {
        KotlinC kotlin = KotlinC.of(C);
        try (Arena arena = Arena.open()) {
            IntPointer numbers = IntPointer.of(arena, 3, 1, 2);
            kotlin.qsort(numbers, 3, 4, LanguagesIT::compare);
            assertThat(numbers.toArray(3)).containsExactly(1, 2, 3);
            assertThatThrownBy(() -> KotlinCKt.failing(kotlin, numbers))
                    .isExactlyInstanceOf(Throwable.class)
                    .hasMessage("not sorted");
        }
    }

    @Test
    void kotlinTypesThatCDoesNotHave() {
        assertThatThrownBy(() -> C.as(WithValueClass.class))
                .isInstanceOf(CdefMismatchException.class)
                .hasMessageContaining("Kotlin has changed the name 'abs', because of a value class")
                .hasMessageContaining("declare the type of its value");
        assertThatThrownBy(() -> C.as(Unsigned.class)).hasMessageContaining("'srand', because of a value class");
        assertThatThrownBy(() -> C.as(NullableNumber.class))
                .hasMessageContaining("NullableNumber.abs(Integer): the cdef has int abs(int n)");
    }

    @Test
    void scala() {
        ScalaC scala = ScalaC.of(C);
        try (Arena arena = Arena.open()) {
            assertThat(scala.abs(-3)).isEqualTo(3);
            assertThat(scala.hypot(3, 4)).isEqualTo(5);
            assertThat(scala.strlen("Zugspitze")).isEqualTo(9);
            assertThat(scala.strchr(arena.string("Zugspitze"), '!')).isNull();
            scala.srand(1);
            assertThat(scala.distance(3, 8)).isEqualTo(5);
            assertThat(ScalaC.amount(scala, -6)).isEqualTo(6);
            IntPointer numbers = IntPointer.of(arena, 3, 1, 2);
            ScalaC.sort(scala, numbers, 3, LanguagesIT::compare);
            assertThat(numbers.toArray(3)).containsExactly(1, 2, 3);
        }
        assertThatThrownBy(() -> C.as(Varargs.class))
                .isInstanceOf(CdefMismatchException.class)
                .hasMessageContaining("Varargs.snprintf(BytePointer, long, String, Seq): the cdef has int snprintf(");
    }

    private static int compare(Object a, Object b) {
        return Integer.compare(
                IntPointer.TYPE.at((Pointer) a).get(),
                IntPointer.TYPE.at((Pointer) b).get());
    }
}
