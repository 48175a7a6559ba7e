package io.github.cffi4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideFloatTest {
    /** The bits of pi as compilers write them: __builtin_acosl(-1) on x86-64 and on AArch64. */
    private static final long PI_X87 = 0xC90FDAA22168C235L;

    private static final long PI_HIGH = 0x4000921FB54442D1L;
    private static final long PI_LOW = 0x8469898CC51701B8L;

    @Test
    void roundsPi() {
        assertThat(WideFloat.fromX87(0x4000, PI_X87).toDouble()).isEqualTo(Math.PI);
        assertThat(WideFloat.fromBinary128(PI_HIGH, PI_LOW).toDouble()).isEqualTo(Math.PI);
    }

    @Test
    void writesOneAndAHalf() {
        WideFloat wide = WideFloat.of(-1.5);
        assertThat(wide.head()).isEqualTo(0xBFFF);
        assertThat(wide.x87Significand()).isEqualTo(0xC000000000000000L);
        assertThat(wide.binary128High()).isEqualTo(0xBFFF800000000000L);
        assertThat(wide.binary128Low()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1,
                -2.75,
                Double.MIN_VALUE,
                -3 * Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                Double.NaN,
                Double.NEGATIVE_INFINITY
            })
    void everyDoubleComesBack(double value) {
        WideFloat wide = WideFloat.of(value);
        assertThat(WideFloat.fromX87(wide.head(), wide.x87Significand()).toDouble())
                .isEqualTo((Object) value);
        assertThat(WideFloat.fromBinary128(wide.binary128High(), wide.binary128Low())
                        .toDouble())
                .isEqualTo((Object) value);
    }

    /** Against the decimal library's own rounding; the exponents reach below the least double and above the greatest. */
    @Test
    void roundsToNearestAndTiesToEven() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int exponent =
                    switch (i % 4) {
                        case 0 -> random.nextInt(-1080, -1015);
                        case 1 -> random.nextInt(1020, 1030);
                        default -> random.nextInt(-60, 60);
                    };
            // Few bits besides the first, so that ties are common.
            long significand = Long.MIN_VALUE | 1L << random.nextInt(63) | 1L << random.nextInt(63);
            BigDecimal exact = new BigDecimal(significand >>> 1)
                    .multiply(BigDecimal.valueOf(2))
                    .add(BigDecimal.valueOf(significand & 1))
                    .multiply(powerOfTwo(exponent - 63));
            assertThat(WideFloat.fromX87(exponent + 16383, significand).toDouble())
                    .as("%x * 2^%d", significand, exponent - 63)
                    .isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void whatLiesBelowTheLeadingBitsDecidesTies() {
        long tie = Long.MIN_VALUE | 1L << 10;
        assertThat(new WideFloat(0x3FFF, tie, false).toDouble()).isEqualTo(1);
        assertThat(new WideFloat(0x3FFF, tie, true).toDouble()).isEqualTo(Math.nextUp(1.0));
        assertThat(new WideFloat(0x7FFF, Long.MIN_VALUE, true).toDouble()).isNaN();
        assertThat(new WideFloat(0x0001, Long.MIN_VALUE, true).toDouble()).isZero();
    }

    private static BigDecimal powerOfTwo(int exponent) {
        BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(exponent));
        return exponent < 0
                ? BigDecimal.ONE.divide(power) // exact: a power of two has finitely many decimals
                : power;
    }
}
