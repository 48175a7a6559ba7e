package io.github.cffi4j.generated;

import io.github.cffi4j.IntegerType;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.ValueOutOfRangeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The range checks of arguments whose C type has the same width on all platforms. Each gives the value back, or throws
 * {@link ValueOutOfRangeException} that names function and parameter.
 */
public final class Checked {
    private Checked() {}

    /** For {@code signed char}. */
    public static int int8(int value, String function, String parameter) {
        return (int) IntegerType.INT8.check(value, function, parameter);
    }

    /** For {@code unsigned char}. */
    public static int uint8(int value, String function, String parameter) {
        return (int) IntegerType.UINT8.check(value, function, parameter);
    }

    /** For {@code char}, which is signed on some platforms and unsigned on others: takes what either holds. */
    public static int char_(int value, String function, String parameter) {
        if (value < Byte.MIN_VALUE || value > 0xFF) {
            throw new ValueOutOfRangeException(parameter(function, parameter), "char", value, Byte.MIN_VALUE, 0xFF);
        }
        return value;
    }

    /** For {@code short}. */
    public static int int16(int value, String function, String parameter) {
        return (int) IntegerType.INT16.check(value, function, parameter);
    }

    /** For {@code unsigned short}. */
    public static int uint16(int value, String function, String parameter) {
        return (int) IntegerType.UINT16.check(value, function, parameter);
    }

    /** For {@code unsigned int}. */
    public static long uint32(long value, String function, String parameter) {
        return IntegerType.UINT32.check(value, function, parameter);
    }

    /**
     * The address of a pointer, for C; 0 for {@code null}.
     *
     * @param pointer a {@link Pointer}; where one is declared, the JVM loads all classes that a binding gives for it as
     *     soon as it has to do with the first of its functions
     * @throws IllegalStateException if the memory it points to is gone
     */
    public static long address(@Nullable Object pointer) {
        return Pointer.address((Pointer) pointer);
    }

    /**
     * For a parameter that is declared as an array, {@code uint8_t key[32]}: the address of what it points to.
     *
     * @param pointer a {@link Pointer}, as with {@link #address}; {@code null} is C's affair
     * @param least how many bytes the array has
     * @throws IndexOutOfBoundsException if it points to memory that is known to be smaller
     */
    public static long array(@Nullable Object pointer, long least, String function, String parameter) {
        if (pointer != null) {
            requireBytes(((Pointer) pointer).segment().byteSize(), least, function, parameter);
        }
        return address(pointer);
    }

    /** The same for an array of Java's. */
    public static byte @Nullable [] array(byte @Nullable [] array, long least, String function, String parameter) {
        requireBytes(array == null ? least : array.length, least, function, parameter);
        return array;
    }

    /** The same for an array of Java's. */
    public static short @Nullable [] array(short @Nullable [] array, long least, String function, String parameter) {
        requireBytes(array == null ? least : (long) array.length * Short.BYTES, least, function, parameter);
        return array;
    }

    /** The same for an array of Java's. */
    public static int @Nullable [] array(int @Nullable [] array, long least, String function, String parameter) {
        requireBytes(array == null ? least : (long) array.length * Integer.BYTES, least, function, parameter);
        return array;
    }

    /** The same for an array of Java's. */
    public static long @Nullable [] array(long @Nullable [] array, long least, String function, String parameter) {
        requireBytes(array == null ? least : (long) array.length * Long.BYTES, least, function, parameter);
        return array;
    }

    /** The same for an array of Java's. */
    public static float @Nullable [] array(float @Nullable [] array, long least, String function, String parameter) {
        requireBytes(array == null ? least : (long) array.length * Float.BYTES, least, function, parameter);
        return array;
    }

    /** The same for an array of Java's. */
    public static double @Nullable [] array(double @Nullable [] array, long least, String function, String parameter) {
        requireBytes(array == null ? least : (long) array.length * Double.BYTES, least, function, parameter);
        return array;
    }

    private static void requireBytes(long bytes, long least, String function, String parameter) {
        if (bytes < least) {
            throw new IndexOutOfBoundsException(
                    parameter(function, parameter) + " points to " + bytes + " bytes, and C takes " + least + " there");
        }
    }

    /**
     * For a struct or union that is passed by value: the address of what to copy.
     *
     * @param value a {@link Pointer}, as with {@link #address}
     * @param bytes the size of the struct
     * @throws NullPointerException if there is nothing to copy
     * @throws IndexOutOfBoundsException if the memory is known to be smaller
     */
    public static long value(@Nullable Object value, long bytes, String function, String parameter) {
        if (value == null) {
            throw missing(function, parameter);
        }
        Segment segment = ((Pointer) value).segment();
        if (segment.byteSize() < bytes) {
            throw tooSmall(segment.byteSize(), bytes, function, parameter);
        }
        return segment.liveAddress();
    }

    private static IndexOutOfBoundsException tooSmall(long found, long bytes, String function, String parameter) {
        return new IndexOutOfBoundsException(parameter(function, parameter) + " is passed by value and takes " + bytes
                + " bytes; its memory has " + found);
    }

    /** How error messages name a parameter. */
    static String parameter(String function, String parameter) {
        return String.format(Locale.ROOT, "%s: parameter '%s'", function, parameter);
    }

    static NullPointerException missing(String function, String parameter) {
        return new NullPointerException(parameter(function, parameter) + " is passed by value and cannot be null");
    }
}
