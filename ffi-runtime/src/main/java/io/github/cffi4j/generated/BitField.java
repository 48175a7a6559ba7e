package io.github.cffi4j.generated;

import io.github.cffi4j.Segment;
import java.nio.ByteOrder;

/**
 * Reads and writes bitfields without C, by the place that a platform's compiler told. Bits are counted from the begin of the
 * struct: from the lowest of each byte on little-endian platforms, from the highest on others.
 */
final class BitField {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private BitField() {}

    /**
     * Returns the value.
     *
     * @param place the number of the first bit
     * @param width 1 to 64
     */
    static long get(Segment struct, long place, int width, boolean signed) {
        return get(struct, place, width, signed, LITTLE);
    }

    static long get(Segment struct, long place, int width, boolean signed, boolean little) {
        int bytes = bytes(place, width);
        int shift = shift(place, width, bytes, little);
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= moved(Byte.toUnsignedLong(struct.getByte(at(place, bytes, i, little))), i * Byte.SIZE - shift);
        }
        int above = Long.SIZE - width;
        return signed ? value << above >> above : value << above >>> above;
    }

    /** Writes the lowest bits of a value, and no others. */
    static void set(Segment struct, long place, int width, long value) {
        set(struct, place, width, value, LITTLE);
    }

    static void set(Segment struct, long place, int width, long value, boolean little) {
        int bytes = bytes(place, width);
        int shift = shift(place, width, bytes, little);
        long all = -1L >>> (Long.SIZE - width);
        for (int i = 0; i < bytes; i++) {
            long at = at(place, bytes, i, little);
            long mask = moved(all, shift - i * Byte.SIZE);
            long others = struct.getByte(at) & ~mask;
            struct.setByte(at, (byte) (others | moved(value & all, shift - i * Byte.SIZE)));
        }
    }

    private static int bytes(long place, int width) {
        return (int) (place % Byte.SIZE + width + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** How far the value's lowest bit is above that of the lowest byte. */
    private static int shift(long place, int width, int bytes, boolean little) {
        int first = (int) (place % Byte.SIZE);
        return little ? first : bytes * Byte.SIZE - first - width;
    }

    /** The offset of a byte, counted from the lowest. */
    private static long at(long place, int bytes, int index, boolean little) {
        return place / Byte.SIZE + (little ? index : bytes - 1 - index);
    }

    /** To the left, or to the right if negative. */
    private static long moved(long bits, int by) {
        return by >= 0 ? bits << by : bits >>> -by;
    }
}
