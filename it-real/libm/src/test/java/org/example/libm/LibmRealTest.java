package org.example.libm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.example.libm.Libm.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.DoublePointer;
import io.github.cffi4j.FloatPointer;
import io.github.cffi4j.IntPointer;
import org.junit.jupiter.api.Test;

/** libm nearly whole; Java's own says what is right. */
class LibmRealTest {
    private static final double CLOSE = 1e-14;

    @Test
    void doublesAgreeWithJava() {
        for (double x : new double[] {0.1, 0.5, 0.999}) {
            assertThat(sin(x)).isCloseTo(Math.sin(x), within(CLOSE));
            assertThat(acos(x)).isCloseTo(Math.acos(x), within(CLOSE));
            assertThat(exp(x)).isCloseTo(Math.exp(x), within(CLOSE));
            assertThat(log1p(x)).isCloseTo(Math.log1p(x), within(CLOSE));
            assertThat(cbrt(x)).isCloseTo(Math.cbrt(x), within(CLOSE));
            assertThat(pow(x, 3)).isCloseTo(Math.pow(x, 3), within(CLOSE));
            assertThat(hypot(x, 2)).isCloseTo(Math.hypot(x, 2), within(CLOSE));
            assertThat(fma(x, 2, 1)).isEqualTo(Math.fma(x, 2, 1));
        }
        assertThat(tgamma(5)).isEqualTo(24);
        assertThat(erf(1)).isCloseTo(0.8427007929497149, within(CLOSE));
        assertThat(M_PI).isEqualTo(Math.PI);
        assertThat(nexttoward(1, 2)).isEqualTo(Math.nextUp(1.0));
    }

    @Test
    void floatsAndLongDoubles() {
        assertThat(sqrtf(2)).isEqualTo((float) Math.sqrt(2));
        assertThat(fmodf(5.5f, 2)).isEqualTo(1.5f);
        assertThat(sqrtl(2)).isCloseTo(Math.sqrt(2), within(CLOSE));
        assertThat(copysignl(1, -2)).isEqualTo(-1);
    }

    @Test
    void outParameters() {
        try (Arena arena = Arena.open()) {
            IntPointer exponent = IntPointer.allocate(arena);
            assertThat(frexp(48, exponent)).isEqualTo(0.75);
            assertThat(exponent.get()).isEqualTo(6);
            DoublePointer whole = DoublePointer.allocate(arena);
            assertThat(modf(3.25, whole)).isEqualTo(0.25);
            assertThat(whole.get()).isEqualTo(3);
            FloatPointer floats = FloatPointer.allocate(arena);
            assertThat(modff(-1.5f, floats)).isEqualTo(-0.5f);
            assertThat(floats.get()).isEqualTo(-1);
        }
    }

    @Test
    void integersAndClasses() {
        assertThat(lround(-2.5)).isEqualTo(-3);
        assertThat(llrintf(4e9f)).isEqualTo(4_000_000_000L);
        assertThat(ilogb(0)).isEqualTo(FP_ILOGB0);
        assertThat(fpclassify(0)).isEqualTo(FP_ZERO);
        assertThat(fpclassify(HUGE_VAL)).isEqualTo(FP_INFINITE);
        assertThat(isnan(NAN)).isNotZero();
        assertThat(isunordered(1, Double.NaN)).isNotZero();
        assertThat(signbit(-0.0)).isNotZero();
        assertThat(isless(1, 2)).isNotZero();
        assertThat(INFINITY).isEqualTo(Float.POSITIVE_INFINITY);
    }
}
