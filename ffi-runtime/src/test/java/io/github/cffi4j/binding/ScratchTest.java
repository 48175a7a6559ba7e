package io.github.cffi4j.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cffi4j.Pointer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plum", "Grüße", "日本語", "\uD83D\uDE00"})
    void givesCStrings(String text) {
        try (Scratch scratch = Scratch.open()) {
            assertThat(read(scratch.utf8(text))).isEqualTo(text);
        }
    }

    @Test
    void nullIsNull() {
        try (Scratch scratch = Scratch.open()) {
            assertThat(scratch.utf8(null)).isZero();
        }
    }

    @Test
    void aStringWithANulIsRefused() {
        try (Scratch scratch = Scratch.open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> scratch.utf8("a\0b"));
        }
    }

    @Test
    void anUnpairedSurrogateBecomesAQuestionMark() {
        try (Scratch scratch = Scratch.open()) {
            assertThat(read(scratch.utf8("\uDE00x"))).isEqualTo("?x");
        }
    }

    @Test
    void severalStringsOfACallStandSideBySide() {
        try (Scratch scratch = Scratch.open()) {
            long one = scratch.utf8("one");
            long two = scratch.utf8("two");

            assertThat(read(one)).isEqualTo("one");
            assertThat(read(two)).isEqualTo("two");
        }
    }

    @Test
    void callsNest() {
        try (Scratch outer = Scratch.open()) {
            long before = outer.utf8("before");
            long inside;
            try (Scratch inner = Scratch.open()) {
                inside = inner.utf8("inside");
                assertThat(read(inside)).isEqualTo("inside");
            }
            long after = outer.utf8("after");

            assertThat(read(before)).isEqualTo("before");
            assertThat(read(after)).isEqualTo("after");
            assertThat(after).as("the inner call gave its part back").isEqualTo(inside);
        }
    }

    @Test
    void theBlockIsUsedAgain() {
        long first;
        try (Scratch scratch = Scratch.open()) {
            first = scratch.utf8("first");
        }
        try (Scratch scratch = Scratch.open()) {
            assertThat(scratch.utf8("second")).isEqualTo(first);
        }
    }

    @Test
    void whatDoesNotFitComesFromTheHeap() {
        String large = "x".repeat(100_000);
        try (Scratch scratch = Scratch.open()) {
            long small = scratch.utf8("small");
            assertThat(read(scratch.utf8(large))).isEqualTo(large);
            assertThat(read(scratch.utf8(large + "y"))).isEqualTo(large + "y");
            assertThat(scratch.utf8("next")).as("still from the block, aligned").isEqualTo(small + 8);
        }
    }

    @Test
    void threadsHaveBlocksOfTheirOwn() throws Exception {
        try (Scratch scratch = Scratch.open()) {
            long mine = scratch.utf8("mine");
            long theirs = CompletableFuture.supplyAsync(() -> {
                        try (Scratch other = Scratch.open()) {
                            return other.utf8("theirs");
                        }
                    })
                    .get(1, TimeUnit.MINUTES);

            assertThat(theirs).isNotEqualTo(mine);
            assertThat(read(mine)).isEqualTo("mine");
        }
    }

    private static String read(long address) {
        return Pointer.ofAddress(address).string();
    }
}
