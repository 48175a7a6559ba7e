package io.github.cffi4j.compiler.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the values a probe carries in its object file, whatever the file's format and the order of its bytes. */
final class ProbeReader {

    private ProbeReader() {}

    static Map<String, ConstantValue> read(byte[] object, List<String> constants) {
        ByteBuffer bytes = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
        int at = find(bytes);
        if (at < 0) {
            at = find(bytes.order(ByteOrder.BIG_ENDIAN));
        }
        if (at < 0) {
            throw new IllegalStateException("the compiler's object file does not hold the probe's values");
        }
        Map<String, ConstantValue> values = new LinkedHashMap<>();
        for (String constant : constants) {
            long bits = bytes.getLong(at);
            boolean zeroOrLess = bytes.getLong(at + Long.BYTES) != 0;
            values.put(constant, new ConstantValue(bits, bits < 0 && !zeroOrLess));
            at += 2 * Long.BYTES;
        }
        return values;
    }

    /** The width of a bitfield, and the width in the cdef. */
    record Width(int actual, long claimed) {}

    /** The widths of bitfields, by the number of the claim. */
    static Map<Integer, Width> widths(byte[] object) {
        Map<Integer, Width> widths = new LinkedHashMap<>();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            ByteBuffer bytes = ByteBuffer.wrap(object).order(order);
            for (int at = 0; at + Probe.WIDTH_HEAD * Long.BYTES <= bytes.limit(); at++) {
                if (bytes.getLong(at) == Probe.WIDTH_MARKER) {
                    widths.put((int) bytes.getLong(at + Long.BYTES), width(bytes, at));
                }
            }
        }
        return widths;
    }

    private static Width width(ByteBuffer bytes, int at) {
        int size = (int) bytes.getLong(at + 2 * Long.BYTES);
        int value = at + (int) bytes.getLong(at + 3 * Long.BYTES);
        int set = 0;
        for (int i = 0; i < size; i++) {
            set += Integer.bitCount(bytes.get(value + i) & 0xff);
        }
        return new Width(set, bytes.getLong(at + 4 * Long.BYTES));
    }

    /** Where the values begin, if they are in this order of bytes; else -1. */
    private static int find(ByteBuffer bytes) {
        for (int at = 0; at + 2 * Long.BYTES <= bytes.limit(); at++) {
            if (bytes.getLong(at) == Probe.MARKER[0] && bytes.getLong(at + Long.BYTES) == Probe.MARKER[1]) {
                return at + 2 * Long.BYTES;
            }
        }
        return -1;
    }
}
