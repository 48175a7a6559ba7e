package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many parameters, variadic ones, and text. */
class CallsIT {
    private final Arena arena = Arena.open();
    private final BytePointer buffer = BytePointer.allocate(arena, 512);

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void parametersOfAllTypesArriveInTheirPlaces() {
        int length = describe(buffer, 512, 200, -2, 3, -4, 5_000_000_000L, 6.5f, -7.25, 255, true, 10, "täxt", buffer);

        assertThat(buffer.string()).isEqualTo("200 -2 3 -4 5000000000 6.5 -7.25 255 1 10 täxt itself");
        assertThat(length).isEqualTo(buffer.string().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        describe(buffer, 512, 0, 0, 0, 0, 0, 0, 0, 0, false, 0, (String) null, null);
        assertThat(buffer.string()).isEqualTo("0 0 0 0 0 0 0 0 0 0 no text other");
    }

    @Test
    void moreParametersThanThereAreRegisters() {
        assertThat(sum12(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)).isEqualTo(650);
        assertThat(sum_alternating(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)).isEqualTo(650);
        assertThat(sum_alternating(-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12))
                .isEqualTo(-650);
    }

    /** Java makes an array of null of it, not an array with a null in it (fault 18). */
    @Test
    @Tag("variadic")
    void aSingleNullBehindTheDotsIsNull() {
        Object[] nothing = null;
        assertThat(sum_longs(1, nothing)).isZero();
    }

    static IntStream variadicCounts() {
        return IntStream.rangeClosed(0, 32);
    }

    @ParameterizedTest
    @MethodSource("variadicCounts")
    @Tag("variadic")
    void variadicArgumentsOfOneKind(int count) {
        Object[] doubles = IntStream.range(0, count).mapToObj(i -> i + 0.5).toArray();
        Object[] longs =
                LongStream.range(0, count).mapToObj(i -> i - 5_000_000_000L).toArray();

        assertThat(sum_doubles(count, doubles))
                .isEqualTo(IntStream.range(0, count)
                        .mapToDouble(i -> (i + 1) * (i + 0.5))
                        .sum());
        assertThat(sum_longs(count, longs))
                .isEqualTo(LongStream.range(0, count)
                        .map(i -> (i + 1) * (i - 5_000_000_000L))
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("variadicCounts")
    @Tag("variadic")
    void variadicArgumentsOfAllKinds(int count) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        Object[] arguments = new Object[count];
        for (int i = 0; i < count; i++) {
            switch (i % 3) {
                case 0 -> add(pattern, expected, arguments, i, "%d;", -i, -i + ";");
                case 1 -> add(pattern, expected, arguments, i, "%.1f;", i + 0.5, i + ".5;");
                default -> add(pattern, expected, arguments, i, "%s;", "s" + i, "s" + i + ";");
            }
        }

        assertThat(format(buffer, 512, pattern.toString(), arguments)).isEqualTo(expected.length());
        assertThat(buffer.string()).hasToString(expected.toString());
    }

    private static void add(
            StringBuilder pattern, StringBuilder expected, Object[] arguments, int i, String p, Object a, String e) {
        pattern.append(p);
        expected.append(e);
        arguments[i] = a;
    }

    @Test
    @Tag("variadic")
    void variadicArgumentsThatAreRefused() {
        Object[] arguments = new Object[33];
        Arrays.fill(arguments, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> sum_longs(33, arguments));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum_longs(2, 1L, new int[2]))
                .withMessage("sum_longs: variadic argument 2 is of type int[]; C takes numbers, strings and pointers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "plum", "Grüße", "日本語", "\uD83D\uDE00 emoji", "two\nlines", "tab\t%s%n"})
    void text(String text) {
        byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(length(text)).isEqualTo(utf8.length);
        assertThat(same_text(arena.string(text)).string()).isEqualTo(text);
        assertThat(length(text.repeat(5000))).isEqualTo(5000L * utf8.length);
    }

    @Test
    void textInPlace() {
        assertThat(upper(arena.string("shout!")).string()).isEqualTo("SHOUT!");
        assertThat(same_text((BytePointer) null)).isNull();
        assertThat(length((String) null)).isZero();
    }
}
