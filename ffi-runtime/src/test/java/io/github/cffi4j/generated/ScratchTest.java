package io.github.cffi4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
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
    @ValueSource(ints = {0, 1, 100, 100_000})
    void bytesAreCopiedBackWhenTheyAreReleasedAndNotBefore(int size) {
        byte[] outer = new byte[size];
        long address = scratch.written(outer);
        long inner = scratch.mark();
        byte[] nested = new byte[3];
        BytePointer.at(Pointer.ofAddress(scratch.written(nested))).set(2, 7);
        if (size > 0) {
            BytePointer.at(Pointer.ofAddress(address)).set(size - 1, 5);
        }

        scratch.release(inner);
        assertThat(nested).containsExactly(0, 0, 7);
        assertThat(outer).isEqualTo(new byte[size]);
        scratch.release(mark);
        assertThat(outer).hasSize(size);
        if (size > 0) {
            assertThat(outer[size - 1]).isEqualTo((byte) 5);
        }
        assertThat(scratch.bytes(null) + scratch.written(null)).isZero();
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

    @Test
    @DisplayName("blocks are bounded, however many threads pass strings, and come back when threads end (fault 16)")
    void blocksAreBounded() throws Exception {
        int threads = 3 * Scratch.BLOCKS;
        CountDownLatch called = new CountDownLatch(threads);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger withBlocks = new AtomicInteger();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            CompletableFuture<Void> result = new CompletableFuture<>();
            all.add(result);
            int number = i;
            new Thread(() -> {
                        try {
                            callsInside(number);
                            withBlocks.addAndGet(Scratch.ofThread().hasBlock() ? 1 : 0);
                            called.countDown();
                            end.await();
                            result.complete(null);
                        } catch (Throwable e) {
                            called.countDown();
                            result.completeExceptionally(e);
                        }
                    })
                    .start();
        }
        called.await();
        end.countDown();
        for (CompletableFuture<Void> result : all) {
            result.get(1, TimeUnit.MINUTES);
        }

        assertThat(withBlocks.get()).isBetween(Scratch.BLOCKS / 2, Scratch.BLOCKS);
        assertThat(blockOfANewThread()).as("when the others are collected").isTrue();
    }

    /** A call with strings inside of another. */
    private static void callsInside(int number) {
        Scratch outer = Scratch.ofThread();
        long outerMark = outer.mark();
        long first = outer.utf8("outer " + number);
        Scratch inner = Scratch.ofThread();
        long innerMark = inner.mark();
        long second = inner.utf8("inner " + number);
        long third = inner.utf8("third " + number);
        assertThat(read(second) + read(third)).isEqualTo("inner " + number + "third " + number);
        inner.release(innerMark);
        long fourth = outer.utf8("fourth " + number);
        assertThat(read(first) + read(fourth)).isEqualTo("outer " + number + "fourth " + number);
        outer.release(outerMark);
        assertThat(outer.onHeap()).isZero();
    }

    private static boolean blockOfANewThread() throws Exception {
        for (int i = 0; i < 100; i++) {
            System.gc();
            boolean[] block = {false};
            Thread thread = new Thread(() -> block[0] = Scratch.ofThread().hasBlock());
            thread.start();
            thread.join();
            if (block[0]) {
                return true;
            }
        }
        return false;
    }

    private static String read(long address) {
        return Pointer.ofAddress(address).string();
    }
}
