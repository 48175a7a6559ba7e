package io.github.cffi4j.internal.memory;

import java.lang.reflect.Field;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import sun.misc.Unsafe;

/**
 * The only door to native memory: addresses in, values out, nothing checked. Everybody else goes through {@code Segment}.
 *
 * <p>Addresses need not be aligned. A bad address ends the process. All methods may be used by any thread. On Java 22
 * and later another class takes its place.
 */
public final class RawMemory {
    private static final Unsafe UNSAFE = unsafe();

    private RawMemory() {}

    /** Of a pointer, in bytes. */
    public static int addressSize() {
        return UNSAFE.addressSize();
    }

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public static byte getByte(long address) {
        return UNSAFE.getByte(address);
    }

    public static short getShort(long address) {
        return UNSAFE.getShort(address);
    }

    public static int getInt(long address) {
        return UNSAFE.getInt(address);
    }

    public static long getLong(long address) {
        return UNSAFE.getLong(address);
    }

    public static float getFloat(long address) {
        return UNSAFE.getFloat(address);
    }

    public static double getDouble(long address) {
        return UNSAFE.getDouble(address);
    }

    public static void putByte(long address, byte value) {
        UNSAFE.putByte(address, value);
    }

    public static void putShort(long address, short value) {
        UNSAFE.putShort(address, value);
    }

    public static void putInt(long address, int value) {
        UNSAFE.putInt(address, value);
    }

    public static void putLong(long address, long value) {
        UNSAFE.putLong(address, value);
    }

    public static void putFloat(long address, float value) {
        UNSAFE.putFloat(address, value);
    }

    public static void putDouble(long address, double value) {
        UNSAFE.putDouble(address, value);
    }

    /**
     * New memory of zeros, aligned for every C type. It is the caller's to {@link #free}.
     *
     * @throws OutOfMemoryError if the system has none left
     */
    public static long allocateZeroed(long bytes) {
        long address = UNSAFE.allocateMemory(bytes);
        UNSAFE.setMemory(address, bytes, (byte) 0);
        return address;
    }

    /** Gives back what {@link #allocateZeroed} gave. */
    public static void free(long address) {
        UNSAFE.freeMemory(address);
    }

    /** Copies native memory; the two places may overlap. */
    public static void copy(long from, long to, long bytes) {
        UNSAFE.copyMemory(from, to, bytes);
    }

    /** The address of a direct buffer's position. */
    public static long address(ByteBuffer direct) {
        return UNSAFE.getLong(direct, Buffers.ADDRESS) + direct.position();
    }

    /** A direct buffer of native memory that keeps an object reachable. Java 17 has no other way to one but JNI. */
    public static ByteBuffer buffer(long address, int bytes, Object kept) {
        ByteBuffer buffer = Buffers.EMPTY.duplicate();
        UNSAFE.putLong(buffer, Buffers.ADDRESS, address);
        UNSAFE.putInt(buffer, Buffers.CAPACITY, bytes);
        UNSAFE.putObject(buffer, Buffers.ATTACHMENT, kept);
        return buffer.clear();
    }

    /** Where a direct buffer has its fields: the same on Java 17 to 21. */
    private static final class Buffers {
        static final ByteBuffer EMPTY = ByteBuffer.allocateDirect(0);
        static final long ADDRESS = offset(Buffer.class, "address");
        static final long CAPACITY = offset(Buffer.class, "capacity");
        /** What it is a view of, and so keeps reachable. */
        static final long ATTACHMENT = offset(EMPTY.getClass(), "att");
    }

    private static long offset(Class<?> type, String field) {
        try {
            return UNSAFE.objectFieldOffset(type.getDeclaredField(field));
        } catch (NoSuchFieldException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Copies the first bytes of a Java array of numbers to native memory. */
    public static void copyFromArray(Object array, long to, long bytes) {
        UNSAFE.copyMemory(array, start(array), null, to, bytes);
    }

    /** Copies native memory over the first bytes of a Java array of numbers. */
    public static void copyToArray(long from, Object array, long bytes) {
        UNSAFE.copyMemory(null, from, array, start(array), bytes);
    }

    /** Where the elements are in an array. Unsafe knows it for each class, but asks C for it: 20 ns. */
    private static long start(Object array) {
        if (array instanceof byte[]) {
            return Unsafe.ARRAY_BYTE_BASE_OFFSET;
        } else if (array instanceof short[]) {
            return Unsafe.ARRAY_SHORT_BASE_OFFSET;
        } else if (array instanceof char[]) {
            return Unsafe.ARRAY_CHAR_BASE_OFFSET;
        } else if (array instanceof int[]) {
            return Unsafe.ARRAY_INT_BASE_OFFSET;
        } else if (array instanceof long[]) {
            return Unsafe.ARRAY_LONG_BASE_OFFSET;
        } else if (array instanceof float[]) {
            return Unsafe.ARRAY_FLOAT_BASE_OFFSET;
        } else if (array instanceof double[]) {
            return Unsafe.ARRAY_DOUBLE_BASE_OFFSET;
        }
        throw new IllegalArgumentException("no array of numbers: " + array.getClass());
    }
}
