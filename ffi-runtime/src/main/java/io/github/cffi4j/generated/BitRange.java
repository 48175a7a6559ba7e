package io.github.cffi4j.generated;

import io.github.cffi4j.ValueOutOfRangeException;

/**
 * What a bitfield holds.
 * Immutable.
 *
 * @param type its C declaration, for error messages
 * @param bits its width, 1 to 64
 * @param signed whether it holds negative values
 */
public record BitRange(String type, int bits, boolean signed) {

    /**
     * Gives the value back.
     *
     * @param what the place in C, such as {@code flags.mode}, for the error message
     * @throws ValueOutOfRangeException if the field does not hold it
     */
    public long check(long value, String what) {
        if (bits < Long.SIZE && (value < min() || value > max())) {
            throw new ValueOutOfRangeException(what, type, value, min(), max());
        }
        return value;
    }

    private long min() {
        return signed ? -1L << (bits - 1) : 0;
    }

    private long max() {
        return (1L << (signed ? bits - 1 : bits)) - 1;
    }
}
