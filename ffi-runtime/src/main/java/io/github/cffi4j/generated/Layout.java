package io.github.cffi4j.generated;

import io.github.cffi4j.BindingMismatchException;
import io.github.cffi4j.FloatingType;
import io.github.cffi4j.IntegerType;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.Segment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the C compiler says about a binding on this platform: sizes, offsets, constants.
 *
 * <p>The library exports it as 64-bit integers: version of the table, fingerprint of the cdef, count (for those who read
 * the library and do not load it), values. Immutable.
 *
 * <p>If there is no library, the layout keeps the reason and has no values. So the class that asks for it can be initialised:
 * Java lets nobody use a class again whose initialiser threw, and shows the reason once.
 */
public final class Layout {
    private static final long VERSION = 1;
    private static final int HEADER = 3;

    private final String bindingName;
    private final long[] table;
    private final @Nullable LinkageError failure;

    /**
     * Takes the table as the library has it.
     *
     * @param bindingName the generated class, for error messages
     * @param fingerprint of the cdef that class was generated from
     * @throws BindingMismatchException if the library was built from another cdef, or by another cffi4j
     */
    public Layout(long[] table, String bindingName, long fingerprint) {
        check(bindingName, "table format", VERSION, table[0]);
        check(bindingName, "fingerprint of the cdef", fingerprint, table[1]);
        this.bindingName = bindingName;
        this.table = table;
        this.failure = null;
    }

    private Layout(LinkageError failure) {
        this.bindingName = "";
        this.table = new long[HEADER];
        this.failure = failure;
    }

    /** The layout of a library that cannot be had. */
    public static Layout missing(LinkageError failure) {
        return new Layout(failure);
    }

    /** Returns true if the library was loaded. */
    public boolean isPresent() {
        return failure == null;
    }

    /** Returns why there is no library, as a new error for each use. */
    public LinkageError failure() {
        return LayoutReports.again(failure);
    }

    /**
     * A value of the table.
     *
     * @throws LinkageError if there is no library
     */
    public long get(int index) {
        if (index < 0 || index >= table.length - HEADER) {
            if (failure != null) {
                throw failure();
            }
            throw new IndexOutOfBoundsException(String.format(
                    Locale.ROOT, "%s: no value %d in a table of %d", bindingName, index, table.length - HEADER));
        }
        return table[HEADER + index];
    }

    /** Returns the presence of a thing that some platforms have; the table says 1 or 0. */
    public Presence presence(int index, String platforms) {
        if (failure != null) {
            return new Presence(false, platforms, failure);
        }
        return new Presence(get(index) != 0, platforms);
    }

    /** An integer type whose value in the table is its size in bytes, negative if it is signed; {@code null} without a library. */
    public @Nullable IntegerType integer(String name, int index) {
        if (failure != null) {
            return null;
        }
        int size = Math.toIntExact(get(index));
        return new IntegerType(name, Math.abs(size), size < 0, true);
    }

    /** An enum's integer type, as {@link #integer} has it. */
    public @Nullable IntegerType enumeration(String name, int index) {
        if (failure != null) {
            return null;
        }
        int size = Math.toIntExact(get(index));
        return new IntegerType(name, Math.abs(size), size < 0, false);
    }

    /**
     * One of C's own integer types, which all bindings have in common, after a look at what this library's compiler says of it.
     *
     * @throws BindingMismatchException if that is something else: nobody's ABI has it so
     */
    public @Nullable IntegerType standard(IntegerType type, int index) {
        if (failure != null) {
            return null;
        }
        long size = type.signed() ? -type.size() : type.size();
        check(bindingName, "size of " + type.name(), size, get(index));
        return type;
    }

    /**
     * A floating type whose value in the table is its size in bytes and, above the lowest 8 bits, its significand's bits;
     * {@code null} without a library.
     */
    public @Nullable FloatingType floating(int index) {
        if (failure != null) {
            return null;
        }
        return FloatingType.of((int) (get(index) & 0xFF), (int) (get(index) >> 8));
    }

    /** A bitfield whose width is in the table, and whose type is as {@link #integer} has it. */
    public BitRange bits(String type, int widthIndex, int integerIndex) {
        return new BitRange(type, Math.toIntExact(get(widthIndex)), get(integerIndex) < 0);
    }

    /**
     * Reads a bitfield without C.
     *
     * @param struct the address of the whole struct
     * @param placeIndex of the number of its first bit
     */
    public long readBits(long struct, int placeIndex, int widthIndex, int integerIndex) {
        return BitField.get(
                Segment.ofAddress(struct), get(placeIndex), Math.toIntExact(get(widthIndex)), get(integerIndex) < 0);
    }

    /** Writes a bitfield without C; the value was checked before. */
    public void writeBits(long struct, int placeIndex, int widthIndex, long value) {
        BitField.set(Segment.ofAddress(struct), get(placeIndex), Math.toIntExact(get(widthIndex)), value);
    }

    /**
     * Checks that another binding's type is as large as this one's C has it.
     *
     * @param index of the size in this table
     * @throws BindingMismatchException if the two libraries were built from headers that differ
     */
    public void requireSize(int index, PointerType<?> type) {
        if (get(index) != type.elementSize()) {
            throw LayoutReports.differentSizes(bindingName, type, get(index));
        }
    }

    private static void check(String bindingName, String what, long wanted, long found) {
        if (wanted != found) {
            throw LayoutReports.differentCdefs(bindingName, what, wanted, found);
        }
    }
}
