package io.github.cffi4j.dynamic;

import io.github.cffi4j.Segment;
import io.github.cffi4j.generated.BitRange;

/**
 * The place of a bitfield, on a little-endian platform.
 *
 * @param start in bits from the start of the struct
 * @param range its width and sign
 */
record BitField(long start, BitRange range) {
    /** Reads the value, with its sign or zeros above it. */
    long get(Segment struct) {
        long value = 0;
        for (int done = 0; done < range.bits(); ) {
            long at = start + done;
            int shift = (int) (at % Byte.SIZE);
            value |= (struct.getByte(at / Byte.SIZE) & 0xFFL) >>> shift << done;
            done += Byte.SIZE - shift;
        }
        int unused = Long.SIZE - range.bits();
        return range.signed() ? value << unused >> unused : value << unused >>> unused;
    }

    /** Writes a value that is in range; the bits around it stay as they are. */
    void set(Segment struct, long value) {
        for (int done = 0; done < range.bits(); ) {
            long at = start + done;
            int shift = (int) (at % Byte.SIZE);
            int count = Math.min(Byte.SIZE - shift, range.bits() - done);
            int mask = (1 << count) - 1 << shift;
            int bits = (int) (value >>> done) << shift & mask;
            struct.setByte(at / Byte.SIZE, (byte) (struct.getByte(at / Byte.SIZE) & ~mask | bits));
            done += count;
        }
    }
}
