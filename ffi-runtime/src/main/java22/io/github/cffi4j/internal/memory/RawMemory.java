package io.github.cffi4j.internal.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/**
 * The only door to native memory: addresses in, values out, nothing checked. Everybody else goes through {@code Segment}.
 *
 * <p>Addresses need not be aligned. A bad address ends the process. All methods may be used by any thread.
 */
public final class RawMemory {
    /** All memory there is. */
    private static final MemorySegment MEMORY = NativeAccess.everything();

    private RawMemory() {}

    /** Of a pointer, in bytes. */
    public static int addressSize() {
        return (int) ValueLayout.ADDRESS.byteSize();
    }

    public static byte getByte(long address) {
        return MEMORY.get(JAVA_BYTE, address);
    }

    public static short getShort(long address) {
        return MEMORY.get(JAVA_SHORT_UNALIGNED, address);
    }

    public static int getInt(long address) {
        return MEMORY.get(JAVA_INT_UNALIGNED, address);
    }

    public static long getLong(long address) {
        return MEMORY.get(JAVA_LONG_UNALIGNED, address);
    }

    public static float getFloat(long address) {
        return MEMORY.get(JAVA_FLOAT_UNALIGNED, address);
    }

    public static double getDouble(long address) {
        return MEMORY.get(JAVA_DOUBLE_UNALIGNED, address);
    }

    public static void putByte(long address, byte value) {
        MEMORY.set(JAVA_BYTE, address, value);
    }

    public static void putShort(long address, short value) {
        MEMORY.set(JAVA_SHORT_UNALIGNED, address, value);
    }

    public static void putInt(long address, int value) {
        MEMORY.set(JAVA_INT_UNALIGNED, address, value);
    }

    public static void putLong(long address, long value) {
        MEMORY.set(JAVA_LONG_UNALIGNED, address, value);
    }

    public static void putFloat(long address, float value) {
        MEMORY.set(JAVA_FLOAT_UNALIGNED, address, value);
    }

    public static void putDouble(long address, double value) {
        MEMORY.set(JAVA_DOUBLE_UNALIGNED, address, value);
    }

    /** Copies native memory; the two places may overlap. */
    public static void copy(long from, long to, long bytes) {
        MemorySegment.copy(MEMORY, from, MEMORY, to, bytes);
    }

    /** The address of a direct buffer's position. */
    public static long address(ByteBuffer direct) {
        return MemorySegment.ofBuffer(direct).address();
    }

    /** A direct buffer of native memory that keeps an object reachable, if there is one to keep. */
    public static ByteBuffer buffer(long address, int bytes, Object kept) {
        MemorySegment memory = MEMORY.asSlice(address, bytes);
        return (kept == null ? memory : NativeAccess.keeping(kept, memory)).asByteBuffer();
    }

    /** Copies the first bytes of a Java array of numbers to native memory. */
    public static void copyFromArray(Object array, long to, long bytes) {
        MemorySegment.copy(heap(array), 0, MEMORY, to, bytes);
    }

    /** Copies native memory over the first bytes of a Java array of numbers. */
    public static void copyToArray(long from, Object array, long bytes) {
        MemorySegment.copy(MEMORY, from, heap(array), 0, bytes);
    }

    /** A switch over types would be shorter, but costs a JVM that has just started 30 ms. */
    private static MemorySegment heap(Object array) {
        if (array instanceof byte[] bytes) {
            return MemorySegment.ofArray(bytes);
        } else if (array instanceof short[] shorts) {
            return MemorySegment.ofArray(shorts);
        } else if (array instanceof char[] chars) {
            return MemorySegment.ofArray(chars);
        } else if (array instanceof int[] ints) {
            return MemorySegment.ofArray(ints);
        } else if (array instanceof long[] longs) {
            return MemorySegment.ofArray(longs);
        } else if (array instanceof float[] floats) {
            return MemorySegment.ofArray(floats);
        } else if (array instanceof double[] doubles) {
            return MemorySegment.ofArray(doubles);
        }
        throw new IllegalArgumentException("no array of numbers: " + array.getClass());
    }
}
