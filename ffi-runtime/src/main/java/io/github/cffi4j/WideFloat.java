package io.github.cffi4j;

/**
 * A floating number wider than a {@code double}: what x87's 80 bits and IEEE's binary128 have in common.
 *
 * @param head sign and biased exponent, 1 and 15 bits
 * @param significand the leading 64 bits, the first of them the integer bit: 1 but for zero and subnormal numbers
 * @param sticky whether there are more bits that are not zero: they decide how to round
 */
record WideFloat(int head, long significand, boolean sticky) {
    private static final int SIGN = 0x8000;
    private static final int SPECIAL = 0x7FFF;
    private static final int BIAS = 16383;
    private static final long INTEGER_BIT = Long.MIN_VALUE;

    /** A double's significand has 53 bits, 11 fewer. */
    private static final int SURPLUS = 11;

    static WideFloat fromX87(int head, long significand) {
        return new WideFloat(head & 0xFFFF, significand, false);
    }

    static WideFloat fromBinary128(long high, long low) {
        int head = (int) (high >>> 48);
        long integerBit = (head & SPECIAL) == 0 ? 0 : INTEGER_BIT;
        return new WideFloat(head, integerBit | (high << 16 | low >>> 48) >>> 1, low << 15 != 0);
    }

    /** Exact: every double is such a number. */
    static WideFloat of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int sign = bits < 0 ? SIGN : 0;
        long fraction = bits << 12;
        if (value == 0) {
            return new WideFloat(sign, 0, false);
        } else if (!Double.isFinite(value)) {
            return new WideFloat(sign | SPECIAL, INTEGER_BIT | fraction >>> 1, false);
        } else if (Math.abs(value) < Double.MIN_NORMAL) {
            int zeros = Long.numberOfLeadingZeros(fraction);
            return new WideFloat(sign | (Double.MIN_EXPONENT - 1 - zeros + BIAS), fraction << zeros, false);
        }
        return new WideFloat(sign | (Math.getExponent(value) + BIAS), INTEGER_BIT | fraction >>> 1, false);
    }

    double toDouble() {
        double sign = (head & SIGN) == 0 ? 1 : -1;
        if ((head & SPECIAL) == SPECIAL) {
            return significand << 1 == 0 && !sticky ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        int exponent = (head & SPECIAL) - BIAS;
        // Below the least normal exponent a double has fewer bits, and at the end none.
        int dropped = SURPLUS + Math.max(0, Double.MIN_EXPONENT - exponent);
        if (dropped > Long.SIZE) {
            return sign * 0.0;
        }
        long kept = dropped == Long.SIZE ? 0 : significand >>> dropped;
        long half = 1L << (dropped - 1);
        boolean above = (significand & (half - 1)) != 0 || sticky;
        if ((significand & half) != 0 && (above || (kept & 1) != 0)) {
            kept++;
        }
        return sign * Math.scalb((double) kept, exponent - (Long.SIZE - 1) + dropped);
    }

    /** The bits of an x87 number below its head. */
    long x87Significand() {
        return significand;
    }

    long binary128High() {
        return (long) head << 48 | significand << 1 >>> 16;
    }

    long binary128Low() {
        return significand << 49;
    }
}
