package io.github.cffi4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.IntegerPointer;
import io.github.cffi4j.IntegerType;
import io.github.cffi4j.LongPointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.ValueOutOfRangeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {
    /** As the generator writes it. */
    static final class size_tPointer extends IntegerPointer<size_tPointer> {
        size_tPointer(Segment segment, IntegerType type) {
            super(segment, type);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,true,-128,127",
        "1,false,0,255",
        "2,true,-32768,32767",
        "2,false,0,65535",
        "4,true,-2147483648,2147483647",
        "4,false,0,4294967295",
    })
    void anIntegerHoldsItsRangeAndNoMore(int size, boolean signed, long min, long max) {
        IntegerType type = new IntegerType("t", size, signed, false);
        Segment segment = LongPointer.allocate().set(0x5555_5555_5555_5555L).segment();

        for (long value : new long[] {min, max, 1}) {
            assertThat(type.check(value, "f", "p")).isEqualTo(value);
            type.set(segment, 2, value, "s.f");
            assertThat(type.get(segment, 2)).isEqualTo(value);
        }
        assertThat(segment.getShort(0)).isEqualTo((short) 0x5555);
        assertThat(segment.getByte(2L + size)).isEqualTo((byte) 0x55);
        for (long value : new long[] {min - 1, max + 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> type.check(value, "f", "p")).isInstanceOf(ValueOutOfRangeException.class);
            assertThatThrownBy(() -> type.set(segment, 2, value, "s.f"))
                    .isInstanceOf(ValueOutOfRangeException.class)
                    .hasMessage("s.f (t) cannot hold %d; it holds %d to %d", value, min, max);
        }
        assertThat(type.get(segment, 2)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void sixtyFourBitsKeepTheirBits(boolean signed) {
        IntegerType type = new IntegerType("t", 8, signed, true);
        LongPointer memory = LongPointer.allocate();

        type.set(memory.segment(), 0, -1, "s.f");

        assertThat(type.get(memory.segment(), 0)).isEqualTo(-1);
        assertThat(type.check(Long.MIN_VALUE, "f", "p")).isEqualTo(Long.MIN_VALUE);
    }

    /** (fault 18) */
    @ParameterizedTest
    @CsvSource({"4", "8"})
    void minusOneIsTheGreatestValueOfAnUnsignedTypeOfThePlatformsWidth(int size) {
        IntegerType type = new IntegerType("size_t", size, false, true);
        LongPointer memory = LongPointer.allocate();

        type.set(memory.segment(), 0, type.check(-1, "f", "n"), "*p");

        assertThat(memory.get()).isEqualTo(-1L >>> Long.SIZE - Byte.SIZE * size);
        long least = -1L << Byte.SIZE * size - 1;
        assertThat(type.check(least, "f", "n")).isEqualTo(least);
        if (size == Integer.BYTES) {
            assertThatThrownBy(() -> type.check(least - 1, "f", "n")).isInstanceOf(ValueOutOfRangeException.class);
        }
    }

    @Test
    void thereAreNoIntegersOfThreeBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IntegerType("odd", 3, true, false));
    }

    @Test
    void argumentsAreNamedInTheError() {
        assertThat(Checked.int16(-32768, "geo_scale", "factor")).isEqualTo(-32768);
        assertThatThrownBy(() -> Checked.int16(40000, "geo_scale", "factor"))
                .isInstanceOf(ValueOutOfRangeException.class)
                .hasMessage("geo_scale: parameter 'factor' (short) cannot hold 40000; it holds -32768 to 32767");
        assertThatThrownBy(() -> Checked.int8(128, "f", "p"))
                .hasMessage("f: parameter 'p' (signed char) cannot hold 128; it holds -128 to 127");
        assertThatThrownBy(() -> Checked.uint8(-1, "f", "p"))
                .hasMessage("f: parameter 'p' (unsigned char) cannot hold -1; it holds 0 to 255");
        assertThatThrownBy(() -> Checked.uint16(65536, "f", "p"))
                .hasMessage("f: parameter 'p' (unsigned short) cannot hold 65536; it holds 0 to 65535");
        assertThatThrownBy(() -> Checked.uint32(-1, "f", "p"))
                .hasMessage("f: parameter 'p' (unsigned int) cannot hold -1; it holds 0 to 4294967295");
        assertThatThrownBy(() -> Checked.char_(256, "f", "p"))
                .hasMessage("f: parameter 'p' (char) cannot hold 256; it holds -128 to 255");
        assertThatThrownBy(() -> Checked.char_(-129, "f", "p")).isInstanceOf(ValueOutOfRangeException.class);
    }

    @Test
    void whatFitsPasses() {
        assertThat(Checked.int8(-128, "f", "p")).isEqualTo(-128);
        assertThat(Checked.uint8(255, "f", "p")).isEqualTo(255);
        assertThat(Checked.uint16(65535, "f", "p")).isEqualTo(65535);
        assertThat(Checked.uint32(4294967295L, "f", "p")).isEqualTo(4294967295L);
        assertThat(Checked.char_(255, "f", "p")).isEqualTo(255);
        assertThat(Checked.char_(-128, "f", "p")).isEqualTo(-128);
    }

    @Test
    void aPointerStepsByThePlatformsWidth() {
        LongPointer memory = LongPointer.allocate();
        size_tPointer sizes = new size_tPointer(memory.segment(), new IntegerType("size_t", 4, false, true));

        sizes.set(1).set(1, 4294967295L);

        assertThat(sizes.get()).isEqualTo(1);
        assertThat(sizes.get(1)).isEqualTo(4294967295L);
        assertThat(memory.get()).isEqualTo(0xFFFF_FFFF_0000_0001L);
        assertThatThrownBy(() -> sizes.set(1, 4294967296L))
                .isInstanceOf(ValueOutOfRangeException.class)
                .hasMessage("p[1] (size_t) cannot hold 4294967296; it holds -2147483648 to 4294967295");
        assertThatThrownBy(() -> sizes.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
