package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Pinned.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Java's arrays as arguments of critical calls. */
class PinnedIT {
    private interface Sum {
        double of(Object array, int count);
    }

    private interface Doubling {
        void of(Object array, int count);
    }

    static Stream<Arguments> arrays() {
        return Stream.of(
                arguments(
                        "bytes",
                        new byte[] {1, 2, 60},
                        (array, count) -> sum_bytes((byte[]) array, count),
                        (array, count) -> double_bytes((byte[]) array, count)),
                arguments(
                        "ubytes",
                        new byte[] {1, 2, 60},
                        (array, count) -> sum_ubytes((byte[]) array, count),
                        (array, count) -> double_ubytes((byte[]) array, count)),
                arguments(
                        "chars",
                        new byte[] {1, 2, 60},
                        (array, count) -> sum_chars((byte[]) array, count),
                        (array, count) -> double_chars((byte[]) array, count)),
                arguments(
                        "shorts",
                        new short[] {1, 2, 60},
                        (array, count) -> sum_shorts((short[]) array, count),
                        (array, count) -> double_shorts((short[]) array, count)),
                arguments(
                        "ushorts",
                        new short[] {1, 2, 60},
                        (array, count) -> sum_ushorts((short[]) array, count),
                        (array, count) -> double_ushorts((short[]) array, count)),
                arguments(
                        "ints",
                        new int[] {1, 2, 60},
                        (array, count) -> sum_ints((int[]) array, count),
                        (array, count) -> double_ints((int[]) array, count)),
                arguments(
                        "uints",
                        new int[] {1, 2, 60},
                        (array, count) -> sum_uints((int[]) array, count),
                        (array, count) -> double_uints((int[]) array, count)),
                arguments(
                        "longs",
                        new long[] {1, 2, 60},
                        (array, count) -> sum_longs((long[]) array, count),
                        (array, count) -> double_longs((long[]) array, count)),
                arguments(
                        "ulongs",
                        new long[] {1, 2, 60},
                        (array, count) -> sum_ulongs((long[]) array, count),
                        (array, count) -> double_ulongs((long[]) array, count)),
                arguments(
                        "floats",
                        new float[] {1, 2, 60},
                        (array, count) -> sum_floats((float[]) array, count),
                        (array, count) -> double_floats((float[]) array, count)),
                arguments(
                        "doubles",
                        new double[] {1, 2, 60},
                        (array, count) -> sum_doubles((double[]) array, count),
                        (array, count) -> double_doubles((double[]) array, count)));
    }

    private static Arguments arguments(String name, Object array, Sum sum, Doubling doubling) {
        return Arguments.of(name, array, sum, doubling);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("arrays")
    void cReadsAndWritesThem(String name, Object array, Sum sum, Doubling doubling) {
        assertThat(sum.of(array, 3)).isEqualTo(63);
        doubling.of(array, 3);
        assertThat(sum.of(array, 3)).isEqualTo(126);
        doubling.of(array, 1);
        assertThat(sum.of(array, 2)).isEqualTo(8);
        assertThat(sum.of(null, 0)).isZero();
    }

    @Test
    void several() {
        double[] result = new double[3];
        multiply(new double[] {1, 2, 3}, new float[] {0.5f, 4, -1}, result, 3);
        assertThat(result).containsExactly(0.5, 8, -3);
        multiply(result, new float[] {2, 2, 2}, null, 0);
        assertThat(result).containsExactly(0.5, 8, -3);
    }

    @Test
    void nothingIsNull() {
        try (Arena arena = Arena.open()) {
            assertThat(given((int[]) null, null, null)).isZero();
            assertThat(given(new int[1], null, null)).isEqualTo(1);
            assertThat(given(null, new byte[1], arena.string("c"))).isEqualTo(6);
            assertThat(given(IntPointer.allocate(arena), (BytePointer) null, null))
                    .isEqualTo(1);
            assertThat(given((IntPointer) null, "text", null)).isEqualTo(2);
        }
    }

    @Test
    void emptyOnes() {
        assertThat(sum_ints(new int[0], 0)).isZero();
    }

    @Test
    void structsComeBack() {
        assertThat(range_of(new int[] {3, -1, 7}, 3)).hasToString("range{low=-1, high=7}");
    }

    @Test
    void errnoIsKept() {
        fail_with(new int[] {42});
        assertThat(errno()).isEqualTo(42);
    }

    @Test
    void whileOthersCollectGarbage() {
        CompletableFuture<Void> collecting = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20; i++) {
                System.gc();
            }
        });
        int[] values = IntStream.range(0, 10_000).toArray();
        double sum = Arrays.stream(values).sum();
        do {
            int[] copy = values.clone();
            assertThat(sum_ints(copy, copy.length)).isEqualTo(sum);
            double_ints(copy, copy.length);
            assertThat(copy[9_999]).isEqualTo(2 * 9_999);
        } while (!collecting.isDone());
        collecting.join();
    }
}
