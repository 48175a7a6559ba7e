package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C calls Java: during a call, later, on threads of its own; and what happens to exceptions. */
class CallbacksIT {
    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10, 1000})
    void sorts(int count) {
        int[] numbers = new Random(count).ints(count, -500, 500).toArray();
        IntPointer memory = IntPointer.allocate(arena, Math.max(1, count)).setAll(numbers);

        qsort(
                memory,
                count,
                4,
                (a, b) ->
                        Integer.compare(IntPointer.at(a).get(), IntPointer.at(b).get()));

        assertThat(memory.toArray(count))
                .isEqualTo(IntStream.of(numbers).sorted().toArray());
    }

    @Test
    void aLambdaSeesItsSurroundings() {
        List<Integer> seen = new ArrayList<>();

        int result = fold(
                (sum, next) -> {
                    seen.add(next);
                    return sum * 10 + next;
                },
                IntPointer.of(arena, 1, 2, 3, 4),
                4);

        assertThat(result).isEqualTo(1234);
        assertThat(seen).containsExactly(1, 2, 3, 4);
    }

    @Test
    void pointersOfCAndLambdasMix() {
        assertThat(get_subtract().call(7, 4)).isEqualTo(3);
        assertThat(apply(get_subtract(), 7, 4)).isEqualTo(3);
        assertThat(apply_both(get_subtract(), (a, b) -> a * b, 7, 4)).isEqualTo(3028);
        assertThat(apply(null, 7, 4)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 30})
    void callsNest(int depth) {
        assertThat(nested(depth)).isEqualTo(depth);
    }

    private static int nested(int depth) {
        return depth == 0 ? 0 : apply((a, b) -> nested(depth - 1) + b, depth, 1);
    }

    @Test
    void aStubIsGoodUntilItsArenaCloses() {
        Arena own = Arena.open();
        keep(binary.stub(own, (a, b) -> 100 * a + b));
        assertThat(call_kept(1, 2)).isEqualTo(102);
        own.close();

        List<String> reported =
                UncaughtExceptions.during(() -> assertThat(call_kept(1, 2)).isZero());

        assertThat(reported)
                .singleElement()
                .asString()
                .contains("C called a binary whose arena was closed, or a lambda that")
                .contains("make what C keeps by binary.stub(arena, ...)");
    }

    @Test
    void aLambdaThatCKeepsIsRefused() {
        handlers h = handlers.allocate(arena);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> h.f((a, b) -> a))
                .withMessageContaining("binary.stub(arena, ...)");
    }

    @Test
    void functionPointersInStructs() {
        AtomicReference<Pointer> state = new AtomicReference<>();
        handlers h = handlers.allocate(arena)
                .f(binary.stub(arena, (a, b) -> a + b))
                .done(handlers_done.stub(arena, state::set));
        h.state(h);

        assertThat(run(h, 3, 4)).isEqualTo(7);
        assertThat(state.get()).isEqualTo(h);
        assertThat(h.f().call(5, 6)).isEqualTo(11);
        assertThat(run(h.done(null).f(get_subtract()), 3, 4)).isEqualTo(-1);
    }

    @Test
    void whatALambdaThrowsIsThrownToTheCaller() {
        IllegalStateException thrown = new IllegalStateException("thrown in Java");
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> fold(
                        (a, b) -> {
                            calls.incrementAndGet();
                            throw thrown;
                        },
                        IntPointer.of(arena, 1, 2, 3),
                        3))
                .isSameAs(thrown);
        assertThat(calls).hasValue(3);
        assertThat(apply((a, b) -> a, 1, 2)).isOne();
    }

    @Test
    void errorsToo() {
        assertThatThrownBy(() -> apply(
                        (a, b) -> {
                            throw new AssertionError("an error");
                        },
                        1,
                        2))
                .isInstanceOf(AssertionError.class)
                .hasMessage("an error");
    }

    /** Languages other than Java throw them from any code (fault 11). */
    @Test
    void checkedExceptionsToo() {
        IOException thrown = new IOException("disk full");

        assertThatThrownBy(() -> apply((a, b) -> sneakily(thrown), 1, 2)).isSameAs(thrown);
        assertThatThrownBy(
                        () -> apply_both((a, b) -> sneakily(thrown), (a, b) -> sneakily(new Throwable("both")), 1, 2))
                .hasMessage("both")
                .hasSuppressedException(thrown);
        assertThatThrownBy(() -> apply_on_thread((a, b) -> sneakily(thrown), 1, 2))
                .isSameAs(thrown);
        assertThatThrownBy(() -> apply(
                        binary.onError(failure -> sneakily(thrown), (a, b) -> {
                            throw new IllegalStateException("first");
                        }),
                        1,
                        2))
                .isSameAs(thrown);
        keep(binary.stub(arena, (a, b) -> sneakily(thrown)));
        assertThat(UncaughtExceptions.during(() -> assertThat(call_kept(1, 2)).isZero()))
                .containsExactly("from callback binary, called by C, which gets 0: disk full");
    }

    @Test
    void checkedExceptionsOfWhatAnArenaDoesOnClosing() {
        IOException thrown = new IOException("disk full");
        AtomicBoolean others = new AtomicBoolean();
        Arena own = Arena.open();
        own.onClose(() -> others.set(true));
        own.onClose(() -> sneakily(thrown));

        assertThatThrownBy(own::close).isSameAs(thrown);
        assertThat(others).isTrue();
    }

    @SuppressWarnings("unchecked") // Erased: nothing is cast.
    private static <E extends Throwable> int sneakily(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void whatAStubThrowsIsReported() {
        keep(binary.stub(arena, (a, b) -> {
            throw new IllegalStateException("nobody to catch");
        }));

        assertThat(UncaughtExceptions.during(() -> assertThat(call_kept(1, 2)).isZero()))
                .containsExactly("from callback binary, called by C, which gets 0: nobody to catch");
    }

    @Test
    void aHandlerThatThrowsDoesNoHarm() {
        keep(binary.stub(arena, (a, b) -> {
            throw new IllegalStateException("nobody to catch");
        }));
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            throw new IllegalStateException("thrown by a handler");
        });
        try {
            assertThat(call_kept(1, 2)).isZero();
            assertThat(apply((a, b) -> a, 1, 2)).isOne();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
    }

    @Test
    void functionsThatJavaImplements() {
        attached = (text, h, x) -> text.string().length() + (int) x + h.f().call(10, 3);
        handlers h = handlers.allocate(arena).f(get_subtract());
        assertThat(fire_attached("four", h, 2.5)).isEqualTo(13);

        count_down = n -> n.set(n.get() - 1);
        IntPointer counter = IntPointer.of(arena, 5);
        fire_count_down(counter);
        assertThat(counter.get()).isZero();

        attached = (text, other, x) -> {
            throw new IllegalStateException("thrown in Java");
        };
        assertThat(UncaughtExceptions.during(
                        () -> assertThat(fire_attached("", h, 0)).isZero()))
                .containsExactly("from callback attached, called by C, which gets 0: thrown in Java");
    }

    @Test
    void whatIsNotAttachedIsReportedOnce() {
        assertThat(UncaughtExceptions.during(() -> {
                    assertThat(fire_not_attached(1)).isZero();
                    assertThat(fire_not_attached(1)).isZero();
                }))
                .singleElement()
                .asString()
                .contains("no code is attached to not_attached");
    }

    @Test
    void threadsOfCAreAttachedAsDaemons() {
        AtomicBoolean daemon = new AtomicBoolean();
        AtomicReference<Thread> thread = new AtomicReference<>();

        int result = apply_on_thread(
                (a, b) -> {
                    daemon.set(Thread.currentThread().isDaemon());
                    thread.set(Thread.currentThread());
                    return a * b;
                },
                6,
                7);

        assertThat(result).isEqualTo(42);
        assertThat(daemon).isTrue();
        assertThat(thread.get()).isNotSameAs(Thread.currentThread());
        assertThat(thread.get().isAlive()).as("attached after its end").isFalse();
    }

    @Test
    void whatIsThrownOnAThreadOfCIsThrownToTheCaller() {
        assertThatThrownBy(() -> apply_on_thread(
                        (a, b) -> {
                            throw new IllegalStateException("on another thread");
                        },
                        1,
                        2))
                .hasMessage("on another thread");
    }

    @Test
    void manyThreadsOfC() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        keep(binary.stub(arena, (a, b) -> {
            threads.add(Thread.currentThread());
            return a + b;
        }));

        assertThat(call_kept_on_threads(16, 1000))
                .isEqualTo(1000 * IntStream.rangeClosed(1, 16).sum());
        assertThat(threads).hasSize(16);
    }
}
