package io.github.cffi4j.binding;

import io.github.cffi4j.memory.Segment;

/**
 * A C floating type of which the platform says whether it is a {@code float} or a {@code double}.
 *
 * @param size in bytes: 4 or 8
 */
public record FloatingType(int size) {

    /** The value in memory. */
    public double get(Segment segment, long offset) {
        return size == Float.BYTES ? segment.getFloat(offset) : segment.getDouble(offset);
    }

    /** Writes a value, rounded to the type's precision. */
    public void set(Segment segment, long offset, double value) {
        if (size == Float.BYTES) {
            segment.setFloat(offset, (float) value);
        } else {
            segment.setDouble(offset, value);
        }
    }
}
