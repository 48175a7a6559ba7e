package io.github.cffi4j;

/** How a floating number lies in memory. The last three are what compilers make of {@code long double}. */
enum FloatingFormat {
    FLOAT(24),
    DOUBLE(53),
    /** 80 bits: 64 of significand, the leading 1 among them, then exponent and sign. */
    X87(64),
    /** Two doubles, the sum of which it is: PowerPC. The first is the sum rounded to a double. */
    TWO_DOUBLES(106),
    /** IEEE 754 binary128. */
    BINARY128(113);

    private final int digits;

    FloatingFormat(int digits) {
        this.digits = digits;
    }

    static FloatingFormat ofDigits(int digits) {
        for (FloatingFormat format : values()) {
            if (format.digits == digits) {
                return format;
            }
        }
        throw new IllegalArgumentException("no floating type has a significand of " + digits + " bits");
    }
}
