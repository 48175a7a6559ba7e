package io.github.cffi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArenaTest {
    @Test
    void closingOnceMoreWhileItClosesFreesNothingInUse() {
        Arena arena = Arena.open();
        LongPointer mine = LongPointer.allocate(arena);
        long[] other = new long[1];
        arena.onClose(() -> {
            arena.close();
            try (Arena inside = Arena.open()) {
                other[0] = LongPointer.allocate(inside).address();
            }
        });

        arena.close();

        assertThat(other[0]).isNotEqualTo(mine.address());
    }

    @Test
    void whatWasAllocatedIsGoneAfterClosing() {
        IntPointer numbers;
        try (Arena arena = Arena.open()) {
            numbers = IntPointer.of(arena, 1, 2, 3);
            assertThat(numbers.toArray(3)).containsExactly(1, 2, 3);
        }

        assertThatIllegalStateException()
                .isThrownBy(numbers::get)
                .withMessage("IntPointer[0]: this memory is gone: its arena was closed");
    }

    @Test
    void aClosedArenaAllocatesNothingAndMayBeClosedAgain() {
        Arena arena = Arena.open();
        arena.close();
        arena.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> arena.allocate(1, 1))
                .withMessageContaining("its arena was closed");
    }

    @Test
    void closingGoesOnAfterAFailure() {
        List<String> done = new ArrayList<>();
        Arena arena = Arena.open();
        arena.onClose(() -> done.add("oldest"));
        arena.onClose(() -> {
            throw new IllegalStateException("first failure");
        });
        arena.onClose(() -> {
            throw new AssertionError("second failure");
        });
        arena.onClose(() -> done.add("newest"));

        assertThatThrownBy(arena::close).isInstanceOf(AssertionError.class).satisfies(failure -> assertThat(
                        failure.getSuppressed())
                .singleElement()
                .satisfies(other -> assertThat(other).hasMessage("first failure")));
        assertThat(done).containsExactly("newest", "oldest");
        arena.close();
        assertThat(done).hasSize(2);
    }

    @Test
    void belongsToTheThreadThatOpenedIt() throws Exception {
        Arena arena = Arena.open();
        IntPointer number = IntPointer.of(arena, 5);

        assertThatThrownBy(() -> inOtherThread(() -> arena.allocate(1, 1)))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this arena belongs to thread");
        assertThatThrownBy(() -> inOtherThread(() -> {
                    arena.close();
                    return null;
                }))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(number.get()).isEqualTo(5);
        arena.close();
    }

    @ParameterizedTest
    @MethodSource("uses")
    @DisplayName("memory of one thread refuses others, whatever they do with it (fault 17)")
    void otherThreadsDoNotUseIt(Consumer<IntPointer> use) {
        try (Arena arena = Arena.open()) {
            IntPointer number = IntPointer.of(arena, 5);
            use.accept(number);

            assertThatThrownBy(() -> inOtherThread(() -> {
                        use.accept(number);
                        return null;
                    }))
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("this memory is from an arena of thread")
                    .hasMessageContaining("Arena.openShared()");
        }
    }

    static Stream<Consumer<IntPointer>> uses() {
        return Stream.of(
                IntPointer::get,
                number -> number.set(5),
                number -> number.toArray(1),
                number -> number.setAll(5),
                number -> number.copyFrom(IntPointer.allocate(), 4),
                number -> IntPointer.allocate().copyFrom(number, 4),
                number -> number.asByteBuffer(4),
                number -> number.plus(4),
                number -> IntPointer.TYPE.element(number, 0),
                number -> number.segment().from(0).getByte(0),
                number -> Pointer.address(number));
    }

    @Test
    @DisplayName(
            "who uses a shared arena's memory while another thread closes it finds it there, or is told (fault 17)")
    void closingTakesNothingAwayFromThoseThatUseIt() throws Exception {
        for (int round = 0; round < 200; round++) {
            Arena arena = Arena.openShared();
            LongPointer numbers = LongPointer.allocate(arena, 64);
            CountDownLatch started = new CountDownLatch(2);
            List<CompletableFuture<Boolean>> users = Stream.of(1L, 2L)
                    .map(value -> CompletableFuture.supplyAsync(() -> usedUntilClosed(numbers, started)))
                    .toList();
            started.await();
            arena.close();
            // What would get the memory if it had been freed under those who still use it.
            try (Arena next = Arena.open();
                    Arena other = Arena.openShared()) {
                LongPointer fresh = LongPointer.allocate(next, 64);
                LongPointer shared = LongPointer.allocate(other, 64);
                for (CompletableFuture<Boolean> user : users) {
                    assertThat(user.get(1, TimeUnit.MINUTES)).isTrue();
                }
                assertThat(fresh.toArray(64)).containsOnly(0);
                assertThat(shared.toArray(64)).containsOnly(0);
            }
        }
    }

    /** Returns true if it found its own numbers, and in the end was told that the arena was closed. */
    private static boolean usedUntilClosed(LongPointer numbers, CountDownLatch started) {
        try {
            for (long i = 0; ; i++) {
                numbers.set(i & 63, -1);
                if (numbers.get(i & 63) != -1) {
                    return false;
                }
                if (i == 100) {
                    started.countDown();
                }
                if ((i & 1023) == 0) {
                    Thread.onSpinWait();
                    Thread.yield();
                }
            }
        } catch (IllegalStateException closed) {
            return closed.getMessage().contains("its arena was closed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plum", "Grüße", "日本語", "\uD83D\uDE00 emoji", "two\nlines"})
    void stringsComeBackAsTheyWere(String text) {
        try (Arena arena = Arena.open()) {
            assertThat(arena.string(text).string()).isEqualTo(text);
        }
    }

    @Test
    void aStringIsUtf8AndANul() {
        try (Arena arena = Arena.open()) {
            assertThat(arena.string("é\uD83D\uDE00").toArray(7))
                    .containsExactly(0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x80, 0x00);
        }
    }

    @Test
    void anUnpairedSurrogateBecomesAQuestionMark() {
        try (Arena arena = Arena.open()) {
            assertThat(arena.string("a\uD83Db").string()).isEqualTo("a?b");
        }
    }

    @Test
    void aStringWithANulIsRefused() {
        try (Arena arena = Arena.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> arena.string("ab\0c"))
                    .withMessage("the string has a NUL at index 2, where C would see its end");
        }
    }

    /** As CFFI does with a {@code char[2]} that C has filled (fault 18). */
    @Test
    void aStringWithoutAnEndStopsWhereItsMemoryDoes() {
        BytePointer bytes;
        try (Arena arena = Arena.open()) {
            bytes = BytePointer.of(arena, (byte) 'a', (byte) 'b');

            assertThat(bytes.string()).isEqualTo("ab");
            assertThat(bytes.string(1)).isEqualTo("a");
            assertThat(bytes.string(3)).isEqualTo("ab");
            assertThat(ShortPointer.of(arena, (short) 'a', (short) 'b').string())
                    .isEqualTo("ab");
            assertThat(IntPointer.of(arena, 'a', 0x1F600).string()).isEqualTo("a\uD83D\uDE00");
        }
        assertThatThrownBy(bytes::string).isInstanceOf(IllegalStateException.class);
    }

    private static <T> T inOtherThread(Supplier<T> work) throws Exception {
        return CompletableFuture.supplyAsync(work).get(1, TimeUnit.MINUTES);
    }
}
