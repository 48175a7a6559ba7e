package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Wide.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.LongPointer;
import io.github.cffi4j.ShortPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of wide characters, and text that no NUL ends. */
class WideIT {
    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "plum", "Grüße", "日本語", "\uD83D\uDE00 emoji \uD83D\uDE00", "two\nlines"})
    void textThereAndBack(String text) {
        int codePoints = text.codePointCount(0, text.length());

        assertThat(wide_length(text)).isEqualTo(wchar_t.TYPE.elementSize() == 2 ? text.length() : codePoints);
        assertThat(length16(text)).isEqualTo(text.length());
        assertThat(length32(text)).isEqualTo(codePoints);
        for (String some : new String[] {text, text.repeat(3000)}) {
            assertThat(same_wide(some).string()).isEqualTo(some);
            assertThat(same16(some).string()).isEqualTo(some);
            assertThat(same32(some).string()).isEqualTo(some);
        }
        assertThat(arena.string(wchar_t.TYPE, text).string()).isEqualTo(text);
        assertThat(arena.string(ShortPointer.TYPE, text).string()).isEqualTo(text);
        assertThat(arena.string(IntPointer.TYPE, text).string()).isEqualTo(text);
        assertThat(arena.string(BytePointer.TYPE, text).string()).isEqualTo(text);
    }

    @Test
    void nothing() {
        assertThat(wide_length((String) null)).isZero();
        assertThat(same16((String) null)).isNull();
        assertThat(same32((IntPointer) null)).isNull();
    }

    @Test
    void halfAPairStaysOne() {
        assertThat(same16("a\uD83D").string()).isEqualTo("a\uD83D");
        assertThat(same32("\uDE00b").string()).isEqualTo("\uDE00b");
        IntPointer noCodePoint = IntPointer.of(arena, 'x', 0x110000, -1, 0);
        assertThat(noCodePoint.string()).isEqualTo("x\uFFFD\uFFFD");
    }

    @Test
    void textInPlace() {
        wchar_t wide = arena.string(wchar_t.TYPE, "shout!");
        ShortPointer sixteen = arena.string(ShortPointer.TYPE, "shout!");
        IntPointer thirtyTwo = arena.string(IntPointer.TYPE, "shout!");
        shout_wide(wide);
        shout16(sixteen);
        shout32(thirtyTwo);

        assertThat(wide.string()).isEqualTo("SHOUT!");
        assertThat(sixteen.string()).isEqualTo("SHOUT!");
        assertThat(thirtyTwo.string()).isEqualTo("SHOUT!");
        assertThat(sixteen.segment().byteSize()).isEqualTo(14);
    }

    @Test
    void textThatNoNulEnds() {
        label l = label.allocate(arena);
        fill_label(l, "four");

        assertThat(l.name().string(4)).isEqualTo("four");
        assertThat(l.wide().string(4)).isEqualTo("four");
        assertThat(l.sixteen().string(3)).isEqualTo("fou");
        assertThat(l.thirty_two().string(4)).isEqualTo("four");
        assertThat(l.name().string(0)).isEmpty();
        // The array ends there (fault 18).
        assertThat(l.sixteen().string()).isEqualTo("four");
        assertThat(l.wide().string(5)).isEqualTo("four");
        fill_label(l, "abc");
        assertThat(l.name().string(4)).isEqualTo("abc");
        assertThat(l.thirty_two().string()).isEqualTo("abc");
    }

    @Test
    void noTextHoldsANul() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> length16("a\0b"))
                .withMessage("the string has a NUL at index 1, where C would see its end");
        assertThatIllegalArgumentException().isThrownBy(() -> arena.string(wchar_t.TYPE, "\0"));
        assertThatThrownBy(() -> arena.string(LongPointer.TYPE, "text"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void callbacksReadIt() {
        assertThat(read_all(
                        text -> text.string().equals("für \uD83D\uDE00") ? 1 : 0,
                        arena.string(ShortPointer.TYPE, "für \uD83D\uDE00")))
                .isEqualTo(1);
    }
}
