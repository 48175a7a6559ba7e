package io.github.cffi4j.memory;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * The only door to native memory: addresses in, values out, nothing checked. Everybody else goes through {@link Segment}.
 *
 * <p>Addresses need not be aligned. A bad address ends the process. All methods may be used by any thread. On Java 22
 * and later another class takes its place.
 */
final class RawMemory {
    private static final Unsafe UNSAFE = unsafe();

    private RawMemory() {}

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static byte getByte(long address) {
        return UNSAFE.getByte(address);
    }

    static short getShort(long address) {
        return UNSAFE.getShort(address);
    }

    static int getInt(long address) {
        return UNSAFE.getInt(address);
    }

    static long getLong(long address) {
        return UNSAFE.getLong(address);
    }

    static float getFloat(long address) {
        return UNSAFE.getFloat(address);
    }

    static double getDouble(long address) {
        return UNSAFE.getDouble(address);
    }

    static void putByte(long address, byte value) {
        UNSAFE.putByte(address, value);
    }

    static void putShort(long address, short value) {
        UNSAFE.putShort(address, value);
    }

    static void putInt(long address, int value) {
        UNSAFE.putInt(address, value);
    }

    static void putLong(long address, long value) {
        UNSAFE.putLong(address, value);
    }

    static void putFloat(long address, float value) {
        UNSAFE.putFloat(address, value);
    }

    static void putDouble(long address, double value) {
        UNSAFE.putDouble(address, value);
    }

    /**
     * New memory of zeros, aligned for every C type. It is the caller's to {@link #free}.
     *
     * @throws OutOfMemoryError if the system has none left
     */
    static long allocateZeroed(long bytes) {
        long address = UNSAFE.allocateMemory(bytes);
        UNSAFE.setMemory(address, bytes, (byte) 0);
        return address;
    }

    /** Gives back what {@link #allocateZeroed} gave. */
    static void free(long address) {
        UNSAFE.freeMemory(address);
    }

    /** Copies the first bytes of a Java array of numbers to native memory. */
    static void copyFromArray(Object array, long to, long bytes) {
        UNSAFE.copyMemory(array, UNSAFE.arrayBaseOffset(array.getClass()), null, to, bytes);
    }

    /** Copies native memory over the first bytes of a Java array of numbers. */
    static void copyToArray(long from, Object array, long bytes) {
        UNSAFE.copyMemory(null, from, array, UNSAFE.arrayBaseOffset(array.getClass()), bytes);
    }
}
