package io.github.cffi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

        Integer seen = inOtherThread(number::get);
        assertThat(seen).isEqualTo(5);
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
