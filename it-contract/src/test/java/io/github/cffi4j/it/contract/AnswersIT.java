package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;
import static io.github.cffi4j.it.contract.Scalars.*;
import static io.github.cffi4j.it.contract.Structs.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.IntPointer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What C gets where a callback throws: 0, a value, or what code gives for the exception. */
class AnswersIT {
    private static final IllegalStateException THROWN = new IllegalStateException("thrown in Java");

    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    /** Of any type. */
    private static <T> T fail() {
        throw THROWN;
    }

    @Test
    void anErrorValueAndTheCallerGetsTheException() {
        AtomicInteger got = new AtomicInteger();

        assertThatThrownBy(() -> fold(
                        binary.withError(-7, (sum, next) -> {
                            if (next == 1) {
                                return fail();
                            }
                            got.set(sum);
                            return 0;
                        }),
                        IntPointer.of(arena, 1, 2),
                        2))
                .isSameAs(THROWN);
        assertThat(got).hasValue(-7);
    }

    @Test
    void anErrorValueOfAStubIsReported() {
        keep(binary.stub(arena, binary.withError(-1, (a, b) -> fail())));

        assertThat(UncaughtExceptions.during(() -> assertThat(call_kept(1, 2)).isEqualTo(-1)))
                .containsExactly("from callback binary, called by C, which gets its error value: thrown in Java");
    }

    @Test
    void codeForErrorsHasThemAlone() {
        AtomicReference<Throwable> got = new AtomicReference<>();
        binary code = binary.onError(
                failure -> {
                    got.set(failure);
                    return 42;
                },
                (a, b) -> a == 0 ? fail() : a + b);

        assertThat(apply(code, 0, 2)).isEqualTo(42);
        assertThat(got.getAndSet(null)).isSameAs(THROWN);
        assertThat(apply(code, 1, 2)).isEqualTo(3);
        keep(binary.stub(arena, code));
        assertThat(UncaughtExceptions.during(() -> assertThat(call_kept(0, 2)).isEqualTo(42)))
                .isEmpty();
        assertThat(got.get()).isSameAs(THROWN);
    }

    @Test
    void codeForErrorsMayThrow() {
        IllegalArgumentException second = new IllegalArgumentException("second");
        binary throwing = binary.onError(
                failure -> {
                    throw second;
                },
                (a, b) -> fail());

        assertThatThrownBy(() -> apply(throwing, 1, 2)).isSameAs(second).hasSuppressedException(THROWN);
        keep(binary.stub(arena, throwing));
        assertThat(UncaughtExceptions.during(() -> assertThat(call_kept(1, 2)).isZero()))
                .containsExactly("from callback binary, called by C, which gets 0: second");
        keep(binary.stub(arena, binary.withError(9, throwing)));
        assertThat(UncaughtExceptions.during(() -> assertThat(call_kept(1, 2)).isEqualTo(9)))
                .containsExactly("from callback binary, called by C, which gets its error value: second");
    }

    @Test
    void codeForErrorsMayPassThemOn() {
        assertThatThrownBy(() -> apply(
                        binary.onError(
                                failure -> {
                                    throw (IllegalStateException) failure;
                                },
                                (a, b) -> fail()),
                        1,
                        2))
                .isSameAs(THROWN)
                .hasNoSuppressedExceptions();
    }

    @Test
    void withoutAResult() {
        AtomicReference<Throwable> got = new AtomicReference<>();
        handlers h = handlers.allocate(arena)
                .f(get_subtract())
                .done(handlers_done.stub(arena, handlers_done.onError(got::set, state -> fail())));

        assertThat(UncaughtExceptions.during(() -> assertThat(run(h, 3, 1)).isEqualTo(2)))
                .isEmpty();
        assertThat(got.get()).isSameAs(THROWN);
    }

    @Test
    void functionsThatJavaImplements() {
        handlers h = handlers.allocate(arena);

        attached(-1, (text, other, x) -> fail());
        assertThat(UncaughtExceptions.during(
                        () -> assertThat(fire_attached("", h, 0)).isEqualTo(-1)))
                .containsExactly("from callback attached, called by C, which gets its error value: thrown in Java");
        attached(failure -> failure.getMessage().length(), (text, other, x) -> fail());
        assertThat(UncaughtExceptions.during(
                        () -> assertThat(fire_attached("", h, 0)).isEqualTo(14)))
                .isEmpty();
        attached = null;
    }

    @Test
    void valuesOfEachKind() {
        assertThat(call_bool(bool_function.onError(failure -> true, x -> fail()), false))
                .isTrue();
        assertThat(call_short(short_function.onError(failure -> -3, x -> fail()), 1))
                .isEqualTo(-3);
        assertThat(call_size(size_function.onError(failure -> 1L << 32, x -> fail()), 1))
                .isEqualTo(1L << 32);
        assertThat(call_colour(colour_function.onError(failure -> 2, x -> fail()), 1))
                .isEqualTo(2);
        assertThat(call_float(float_function.onError(failure -> 0.1f, x -> fail()), 1))
                .isEqualTo(0.1f);
        assertThat(call_double(double_function.onError(failure -> 0.1, x -> fail()), 1))
                .isEqualTo(0.1);
        assertThat(call_ldouble(ldouble_function.onError(failure -> 0.1, x -> fail()), 1))
                .isEqualTo(0.1);
        assertThat(call_i2(i2_function.onError(failure -> i2.allocate().a(1).b(2), x -> fail()), i2.allocate()))
                .hasToString("i2{a=1, b=2}");
    }

    @Test
    void aResultThatDoesNotFitIsAnErrorToo() {
        assertThat(call_short(short_function.onError(failure -> -1, x -> 70_000), 1))
                .isEqualTo(-1);
        assertThatThrownBy(() -> call_short(short_function.withError(70_000, x -> fail()), 1))
                .hasMessageContaining("70000")
                .hasSuppressedException(THROWN);
    }

    @Test
    void onThreadsOfC() {
        assertThatThrownBy(() -> apply_on_thread(binary.withError(-1, (a, b) -> fail()), 1, 2))
                .isSameAs(THROWN);
        assertThat(apply_on_thread(binary.onError(failure -> 5, (a, b) -> fail()), 1, 2))
                .isEqualTo(5);
    }

    @Test
    void calledFromJavaItIsTheCode() {
        binary code = binary.withError(-1, (a, b) -> b == 0 ? fail() : a / b);

        assertThat(code.call(6, 2)).isEqualTo(3);
        assertThatThrownBy(() -> code.call(6, 0)).isSameAs(THROWN);
        assertThatNullPointerException().isThrownBy(() -> binary.withError(-1, null));
    }
}
