package io.github.cffi4j;

import java.util.Locale;

/**
 * A C integer type as it is on this platform. Values travel as {@code long}; a 64-bit unsigned value keeps its bits.
 * Immutable.
 *
 * <p>An unsigned type whose width depends on the platform ({@code size_t}, {@code unsigned long}) takes negative values as C
 * converts them, whether it has 32 bits or 64: -1 is its greatest value on every platform. Otherwise -1 would be {@code
 * SIZE_MAX} where it has 64 bits, and an error where it has 32.
 *
 * @param name the C name, for error messages
 * @param size in bytes: 1, 2, 4 or 8
 * @param signed whether it holds negative values
 * @param platformWide whether the width depends on the platform; never so for an enum
 */
public record IntegerType(String name, int size, boolean signed, boolean platformWide) {
    /** The types of one width everywhere, by their C names. */
    public static final IntegerType INT8 = new IntegerType("signed char", 1, true, false);

    public static final IntegerType UINT8 = new IntegerType("unsigned char", 1, false, false);
    /** What Java makes of plain {@code char}: signed on some platforms, 0 to 255 in Java on all. */
    public static final IntegerType CHAR = new IntegerType("char", 1, false, false);

    public static final IntegerType INT16 = new IntegerType("short", 2, true, false);
    public static final IntegerType UINT16 = new IntegerType("unsigned short", 2, false, false);
    public static final IntegerType UINT32 = new IntegerType("unsigned int", 4, false, false);

    private static final boolean WINDOWS = property("os.name").startsWith("windows");

    /** On ARM the C library of Linux has wide characters without a sign. */
    private static final boolean ARM_LINUX = property("os.name").equals("linux")
            && (property("os.arch").startsWith("arm") || property("os.arch").equals("aarch64"));

    /** Not asked of memory: a first call that passes none would load all that is behind it. */
    private static final int ADDRESS_SIZE = property("sun.arch.data.model").equals("32") ? Integer.BYTES : Long.BYTES;

    private static final int LONG_SIZE = WINDOWS ? Integer.BYTES : ADDRESS_SIZE;

    /** The types whose width depends on the platform, as its ABI has them. Each library's compiler is asked as well. */
    public static final IntegerType LONG = new IntegerType("long", LONG_SIZE, true, true);

    public static final IntegerType ULONG = new IntegerType("unsigned long", LONG_SIZE, false, true);
    public static final IntegerType SIZE = new IntegerType("size_t", ADDRESS_SIZE, false, true);
    public static final IntegerType SSIZE = new IntegerType("ssize_t", ADDRESS_SIZE, true, true);
    public static final IntegerType PTRDIFF = new IntegerType("ptrdiff_t", ADDRESS_SIZE, true, true);
    public static final IntegerType INTPTR = new IntegerType("intptr_t", ADDRESS_SIZE, true, true);
    public static final IntegerType UINTPTR = new IntegerType("uintptr_t", ADDRESS_SIZE, false, true);
    public static final IntegerType WCHAR =
            new IntegerType("wchar_t", WINDOWS ? Short.BYTES : Integer.BYTES, !WINDOWS && !ARM_LINUX, true);

    /** @throws IllegalArgumentException if the size is none of the four */
    public IntegerType {
        if (size != 1 && size != 2 && size != 4 && size != 8) {
            throw new IllegalArgumentException(name + " is no integer of 1, 2, 4 or 8 bytes but of " + size);
        }
    }

    /** The value in memory, widened by the type's own sign. */
    public long get(Segment segment, long offset) {
        return switch (size) {
            case 1 -> signed ? segment.getByte(offset) : segment.getByte(offset) & 0xFFL;
            case 2 -> signed ? segment.getShort(offset) : segment.getShort(offset) & 0xFFFFL;
            case 4 -> signed ? segment.getInt(offset) : segment.getInt(offset) & 0xFFFF_FFFFL;
            default -> segment.getLong(offset);
        };
    }

    /**
     * Writes a value.
     *
     * @param what the place in C, such as {@code tm.tm_year}, for the error message
     * @throws ValueOutOfRangeException if it does not fit; nothing is written then
     */
    public void set(Segment segment, long offset, long value, String what) {
        if (!holds(value)) {
            throw outOfRange(value, what);
        }
        switch (size) {
            case 1 -> segment.setByte(offset, (byte) value);
            case 2 -> segment.setShort(offset, (short) value);
            case 4 -> segment.setInt(offset, (int) value);
            default -> segment.setLong(offset, value);
        }
    }

    /**
     * Gives back an argument of a call.
     *
     * @throws ValueOutOfRangeException if the parameter's type does not hold it
     */
    public long check(long value, String function, String parameter) {
        if (!holds(value)) {
            throw outOfRange(value, parameter(function, parameter));
        }
        return value;
    }

    /** How error messages name a parameter. */
    private static String parameter(String function, String parameter) {
        return String.format(Locale.ROOT, "%s: parameter '%s'", function, parameter);
    }

    private static String property(String name) {
        return System.getProperty(name, "").toLowerCase(Locale.ROOT);
    }

    private boolean holds(long value) {
        return size == Long.BYTES || (value >= min() && value <= max());
    }

    private long min() {
        return signed || platformWide && size >= Integer.BYTES ? -1L << (size * 8 - 1) : 0;
    }

    private long max() {
        return (1L << (signed ? size * 8 - 1 : size * 8)) - 1;
    }

    private ValueOutOfRangeException outOfRange(long value, String what) {
        return new ValueOutOfRangeException(what, name, value, min(), max());
    }
}
