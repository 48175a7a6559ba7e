package io.github.cffi4j.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cffi4j.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchTest {
    private static final String LARGE = "x".repeat(100_000);

    private final Scratch scratch = Scratch.ofThread();
    private final long mark = scratch.mark();

    @AfterEach
    void release() {
        scratch.release(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plum",
                "Grüße",
                "日本語",
                "\uD83D\uDE00",
                "\u007F",
                "\u0080",
                "twenty-four characters..",
                "twenty-five characters...",
                "ASCII but for the laſt"
            })
    void givesCStrings(String text) {
        // What was there before.
        scratch.allocate(64).copyFrom("~".repeat(64).getBytes(StandardCharsets.UTF_8), 64);
        scratch.release(mark);

        assertThat(read(scratch.utf8(text))).isEqualTo(text);
    }

    @Test
    void nullIsNull() {
        assertThat(scratch.utf8(null)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\0", "sixteen letters!\0", "a\0b, in more than twenty-four characters", "ü\0"})
    void aStringWithANulIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scratch.utf8(text))
                .withMessage("the string has a NUL at index %d, where C would see its end", text.indexOf('\0'));
    }

    @Test
    void anUnpairedSurrogateBecomesAQuestionMark() {
        assertThat(read(scratch.utf8("\uDE00x"))).isEqualTo("?x");
    }

    @Test
    void severalStringsOfACallStandSideBySide() {
        long one = scratch.utf8("one");
        long two = scratch.utf8("two");

        assertThat(read(one)).isEqualTo("one");
        assertThat(read(two)).isEqualTo("two");
    }

    @Test
    void callsNest() {
        long before = scratch.utf8("before");
        long inner = scratch.mark();
        long inside = scratch.utf8("inside");
        assertThat(read(inside)).isEqualTo("inside");
        scratch.release(inner);
        long after = scratch.utf8("after");

        assertThat(read(before)).isEqualTo("before");
        assertThat(read(after)).isEqualTo("after");
        assertThat(after).as("the inner call gave its part back").isEqualTo(inside);
    }

    @Test
    void theBlockIsUsedAgain() {
        long first = scratch.utf8("first");
        scratch.release(mark);

        assertThat(scratch.utf8("second")).isEqualTo(first);
    }

    @Test
    void whatDoesNotFitComesFromTheHeap() {
        long small = scratch.utf8("small");

        assertThat(read(scratch.utf8(LARGE))).isEqualTo(LARGE);
        assertThat(read(scratch.utf8(LARGE + "y"))).isEqualTo(LARGE + "y");
        assertThat(scratch.utf8("next") - small)
                .as("still from the block, aligned, behind a place for each of the others")
                .isEqualTo(3 * 8);
    }

    @Test
    void anInnerCallLeavesTheOuterOnesPartOfTheHeap() {
        String other = "y".repeat(LARGE.length());
        long outer = scratch.utf8(LARGE);
        long inner = scratch.mark();
        scratch.utf8(other);
        assertThat(scratch.onHeap()).isEqualTo(2);
        scratch.release(inner);
        assertThat(scratch.onHeap()).isOne();
        scratch.utf8(other);

        assertThat(read(outer)).isEqualTo(LARGE);
        scratch.release(mark);
        assertThat(scratch.onHeap()).isZero();
    }

    @Test
    void aFullBlockIsNoEnd() {
        String text = "x".repeat(1000);
        long[] addresses = new long[20];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = scratch.utf8(text + i);
        }

        for (int i = 0; i < addresses.length; i++) {
            assertThat(read(addresses[i])).isEqualTo(text + i);
        }
    }

    @Test
    void threadsHaveBlocksOfTheirOwn() throws Exception {
        long mine = scratch.utf8("mine");
        long theirs = CompletableFuture.supplyAsync(() -> {
                    Scratch other = Scratch.ofThread();
                    long before = other.mark();
                    long address = other.utf8("theirs");
                    other.release(before);
                    return address;
                })
                .get(1, TimeUnit.MINUTES);

        assertThat(theirs).isNotEqualTo(mine);
        assertThat(read(mine)).isEqualTo("mine");
    }

    private static String read(long address) {
        return Pointer.ofAddress(address).string();
    }
}
