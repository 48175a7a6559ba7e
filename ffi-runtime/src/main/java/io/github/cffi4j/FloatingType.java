package io.github.cffi4j;

import java.nio.ByteOrder;

/** A C floating type as it is on this platform. Immutable. */
public final class FloatingType {
    /** Where the two halves of a binary128 are. */
    private static final int HIGH = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? 0 : Long.BYTES;

    private static final int LOW = Long.BYTES - HIGH;

    private final int size;
    private final FloatingFormat format;

    private FloatingType(int size, FloatingFormat format) {
        this.size = size;
        this.format = format;
    }

    /**
     * Returns a type.
     *
     * @param size its size in bytes; the last ones may be padding
     * @param digits the bits of the significand, as C's {@code LDBL_MANT_DIG} counts them
     * @throws IllegalArgumentException if no floating type has as many
     */
    public static FloatingType of(int size, int digits) {
        return new FloatingType(size, FloatingFormat.ofDigits(digits));
    }

    /** Returns the size in bytes. */
    public int size() {
        return size;
    }

    /** The value in memory, rounded to {@code double} where it has more digits: to nearest, ties to even. */
    public double get(Segment segment, long offset) {
        return switch (format) {
            case FLOAT -> segment.getFloat(offset);
            case DOUBLE -> segment.getDouble(offset);
            case X87 -> {
                int head = segment.getShort(offset + Long.BYTES);
                yield WideFloat.fromX87(head, segment.getLong(offset)).toDouble();
            }
            case TWO_DOUBLES -> segment.getDouble(offset);
            case BINARY128 ->
                WideFloat.fromBinary128(segment.getLong(offset + HIGH), segment.getLong(offset + LOW))
                        .toDouble();
        };
    }

    /** Writes a value, rounded to the type's precision where it has fewer digits. */
    public void set(Segment segment, long offset, double value) {
        switch (format) {
            case FLOAT -> segment.setFloat(offset, (float) value);
            case DOUBLE -> segment.setDouble(offset, value);
            case TWO_DOUBLES -> {
                segment.setDouble(offset, value);
                segment.setDouble(offset + Double.BYTES, 0);
            }
            case X87 -> {
                WideFloat wide = WideFloat.of(value);
                segment.setLong(offset, wide.x87Significand());
                segment.setShort(offset + Long.BYTES, (short) wide.head());
            }
            case BINARY128 -> {
                WideFloat wide = WideFloat.of(value);
                segment.setLong(offset + LOW, wide.binary128Low());
                segment.setLong(offset + HIGH, wide.binary128High());
            }
        }
    }
}
