package io.github.cffi4j;

import io.github.cffi4j.internal.memory.CollectedMemory;
import io.github.cffi4j.internal.memory.Lifetime;
import io.github.cffi4j.internal.memory.MemoryMap;
import io.github.cffi4j.internal.memory.RawMemory;
import io.github.cffi4j.internal.memory.Utf8;
import io.github.cffi4j.internal.memory.WideText;
import java.lang.ref.Reference;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * A stretch of native memory: an address, a size in bytes and a lifetime.
 *
 * <p>Access outside of it throws {@link IndexOutOfBoundsException}; access after its end, or by a thread that it is not for,
 * throws {@link IllegalStateException}; writing to read-only memory throws {@link UnsupportedOperationException}. Memory allocated from Java stays as long as a segment of it is reachable. Values need not be
 * aligned. Segments are immutable; what is in them is shared like any C memory, without synchronisation.
 */
public final class Segment {
    /** The size of a pointer in bytes on this platform: 4 or 8. */
    public static final int ADDRESS_SIZE = RawMemory.addressSize();

    private static final long ADDRESS_BITS = ADDRESS_SIZE == Long.BYTES ? -1 : 0xFFFF_FFFFL;

    /** The size of memory of which only the address is known, as with every pointer that C returns. */
    public static final long UNKNOWN_SIZE = Long.MAX_VALUE;

    private final long address;
    private final long byteSize;
    private final Lifetime lifetime;

    /** The caller answers for the memory being there, for as long as the lifetime says; no address is checked, 0 neither. */
    Segment(long address, long byteSize, Lifetime lifetime) {
        // C widens an address of 32 bits with its sign, the JVM without.
        this.address = address & ADDRESS_BITS;
        this.byteSize = byteSize;
        this.lifetime = lifetime;
    }

    /** Memory that C looks after, of a size only C knows: nothing is checked there. */
    public static Segment ofAddress(long address) {
        return new Segment(notNull(address), UNKNOWN_SIZE, Lifetime.UNKNOWN);
    }

    /**
     * Returns memory that C looks after, of a known size. The caller must make sure that it exists.
     *
     * @throws IllegalArgumentException if the address is 0
     */
    public static Segment ofAddress(long address, long byteSize) {
        return new Segment(notNull(address), byteSize, Lifetime.UNKNOWN);
    }

    /**
     * Allocates zeroed memory. It is freed when no Java object refers to it any more. Any thread may use it.
     *
     * @param bytes the size; memory of no size has an address, too
     * @param alignment a power of two that divides the address
     * @throws IllegalArgumentException if one of the two is out of range
     * @throws OutOfMemoryError if the system has no memory left
     */
    public static Segment allocate(long bytes, long alignment) {
        CollectedMemory memory = CollectedMemory.allocate(bytes, alignment);
        return new Segment(memory.address(), bytes, memory.lifetime());
    }

    /** The same for memory that is not to be written, as C's {@code const} arrays. */
    public static Segment ofConstant(long address) {
        return new Segment(notNull(address), UNKNOWN_SIZE, Lifetime.CONSTANT);
    }

    private static long notNull(long address) {
        if (address == 0) {
            throw new IllegalArgumentException("there is no memory at NULL");
        }
        return address;
    }

    /** The address of the first byte; the memory may be gone. */
    public long address() {
        return address;
    }

    /** The size in bytes, or {@link #UNKNOWN_SIZE}. */
    public long byteSize() {
        return byteSize;
    }

    /** How long the memory may be used. */
    Lifetime lifetime() {
        return lifetime;
    }

    /** A part of this segment, with the same lifetime; it keeps the whole reachable. */
    public Segment slice(long offset, long byteSize) {
        return new Segment(notNull(checked(offset, byteSize)), byteSize, lifetime);
    }

    /**
     * The rest of this segment behind an offset, with the same lifetime; it keeps the whole reachable. There may be
     * none left.
     *
     * @throws IndexOutOfBoundsException if the offset lies outside of it
     */
    public Segment from(long offset) {
        return byteSize == UNKNOWN_SIZE
                ? new Segment(notNull(checked(offset, 0)), UNKNOWN_SIZE, lifetime)
                : slice(offset, byteSize - offset);
    }

    /**
     * An element of the array that this segment is, with the same lifetime; it keeps the whole reachable.
     *
     * @param size of an element
     * @param array the class of the pointer, for the error message
     * @throws IndexOutOfBoundsException if the memory is known to end before it; it names the class and the index
     * @throws ArithmeticException if its size is unknown, and no memory reaches as far
     * @throws IllegalStateException if the memory is gone
     */
    public Segment element(long index, long size, Class<?> array) {
        if (!lifetime.isUsable() || !hasElement(index, size)) {
            throw refusal(
                    array.getSimpleName() + "[" + index + "]: ",
                    BigInteger.valueOf(index).multiply(BigInteger.valueOf(size)),
                    size);
        }
        long start = address + Math.multiplyExact(index, size);
        return new Segment(byteSize == UNKNOWN_SIZE ? notNull(start) : start, size, lifetime);
    }

    /** C may point into the middle of an array, so any index is right where the size is unknown. */
    private boolean hasElement(long index, long size) {
        if (byteSize == UNKNOWN_SIZE) {
            return true;
        }
        // GNU C has structs of no size, and any number of them in no memory.
        long count = size == 0 ? Long.MAX_VALUE : byteSize / size;
        int narrow = (int) index;
        // The JIT moves a check out of a loop when it compares ints.
        return narrow == index && count <= Integer.MAX_VALUE
                ? narrow >= 0 && narrow < (int) count
                : index >= 0 && index < count;
    }

    /** Returns true until the memory is gone. Memory of C is never known to be gone. */
    public boolean isOpen() {
        return lifetime.isOpen();
    }

    /** Returns the same memory, valid until an arena closes. The caller must make sure that the memory exists as long. */
    public Segment within(Arena arena) {
        return within(arena.lifetime());
    }

    /** The same memory with another lifetime; the caller answers for it being there as long. */
    Segment within(Lifetime other) {
        return new Segment(address, byteSize, other);
    }

    /**
     * Whether its first bytes can be read without a risk for the process: the memory is Java's, or the operating system says
     * that it is there. False where the system says nothing. True of memory that is gone: reading it throws.
     */
    public boolean isReadable(long bytes) {
        return byteSize != UNKNOWN_SIZE && !lifetime.ofC()
                || !lifetime.isUsable()
                || MemoryMap.isReadable(address, bytes);
    }

    /**
     * The address of the first byte, for C.
     *
     * @throws IllegalStateException if the memory is gone
     */
    public long liveAddress() {
        lifetime.check();
        return address;
    }

    /**
     * The first bytes of this segment as a buffer in the platform's byte order, without a copy. The buffer keeps
     * memory that Java objects own; it does not notice when an arena closes or C frees the memory, and must not be
     * used then.
     *
     * <p>A buffer of read-only memory is read-only.
     *
     * @throws IndexOutOfBoundsException if the segment ends before
     * @throws IllegalArgumentException if they are more than a buffer can have
     */
    public ByteBuffer asByteBuffer(long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a ByteBuffer cannot have " + bytes + " bytes; make several");
        }
        ByteBuffer buffer = RawMemory.buffer(checked(0, bytes), (int) bytes, lifetime.kept());
        return (lifetime.isReadOnly() ? buffer.asReadOnlyBuffer() : buffer).order(ByteOrder.nativeOrder());
    }

    /**
     * The memory between a direct buffer's position and its limit; it keeps the buffer reachable, and is read-only if the
     * buffer is.
     *
     * @throws IllegalArgumentException if the buffer is on Java's heap, where it has no address
     */
    public static Segment ofBuffer(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException(
                    "this buffer is on Java's heap, where it has no address; use ByteBuffer.allocateDirect, or copy it");
        }
        Lifetime lifetime = buffer.isReadOnly() ? Lifetime.readOnly(buffer) : Lifetime.of(buffer);
        return new Segment(notNull(RawMemory.address(buffer)), buffer.remaining(), lifetime);
    }

    /** The 8-bit integer at an offset in bytes. */
    public byte getByte(long offset) {
        byte value = RawMemory.getByte(checked(offset, Byte.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    /** The 16-bit integer at an offset in bytes. */
    public short getShort(long offset) {
        short value = RawMemory.getShort(checked(offset, Short.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    /** The 32-bit integer at an offset in bytes. */
    public int getInt(long offset) {
        int value = RawMemory.getInt(checked(offset, Integer.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    /** The 64-bit integer at an offset in bytes. */
    public long getLong(long offset) {
        long value = RawMemory.getLong(checked(offset, Long.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    /** The address that a pointer at an offset in bytes holds. */
    public long getAddress(long offset) {
        return ADDRESS_SIZE == Long.BYTES ? getLong(offset) : getInt(offset) & ADDRESS_BITS;
    }

    /** The {@code float} at an offset in bytes. */
    public float getFloat(long offset) {
        float value = RawMemory.getFloat(checked(offset, Float.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    /** The {@code double} at an offset in bytes. */
    public double getDouble(long offset) {
        double value = RawMemory.getDouble(checked(offset, Double.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    /** Writes the 8-bit integer at an offset in bytes. */
    public void setByte(long offset, byte value) {
        RawMemory.putByte(writable(offset, Byte.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    /** Writes the 16-bit integer at an offset in bytes. */
    public void setShort(long offset, short value) {
        RawMemory.putShort(writable(offset, Short.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    /** Writes the 32-bit integer at an offset in bytes. */
    public void setInt(long offset, int value) {
        RawMemory.putInt(writable(offset, Integer.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    /** Writes the 64-bit integer at an offset in bytes. */
    public void setLong(long offset, long value) {
        RawMemory.putLong(writable(offset, Long.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    /** Writes an address into a pointer at an offset in bytes. */
    public void setAddress(long offset, long value) {
        if (ADDRESS_SIZE == Long.BYTES) {
            setLong(offset, value);
        } else {
            setInt(offset, (int) value);
        }
    }

    /** Writes the {@code float} at an offset in bytes. */
    public void setFloat(long offset, float value) {
        RawMemory.putFloat(writable(offset, Float.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    /** Writes the {@code double} at an offset in bytes. */
    public void setDouble(long offset, double value) {
        RawMemory.putDouble(writable(offset, Double.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    /**
     * A count of elements as the length of a Java array.
     *
     * @throws IllegalArgumentException if no array has that length
     */
    public static int arrayLength(long count) {
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "an array of Java's cannot have " + count + " elements; copy it in parts");
        }
        return (int) count;
    }

    /** Copies bytes of this segment over the start of a Java array of numbers that is at least as long. */
    public void copyTo(Object array, long bytes) {
        RawMemory.copyToArray(checked(0, bytes), array, bytes);
        Reference.reachabilityFence(lifetime);
    }

    /** Copies bytes from the start of a Java array of numbers over the start of this segment. */
    public void copyFrom(Object array, long bytes) {
        RawMemory.copyFromArray(array, writable(0, bytes), bytes);
        Reference.reachabilityFence(lifetime);
    }

    /**
     * Writes a string and a NUL to the start of this segment, if all its characters are ASCII and none is a NUL.
     *
     * @return whether they are; if not, some of them may have been written
     */
    public boolean setAscii(String string) {
        int length = string.length();
        // One check for all of them: the JIT does not move checks of offsets out of loops.
        long start = writable(0, length + 1L);
        for (int i = 0; i < length; i++) {
            char character = string.charAt(i);
            if (character == 0 || character >= 0x80) {
                return false;
            }
            RawMemory.putByte(start + i, (byte) character);
        }
        RawMemory.putByte(start + length, (byte) 0);
        Reference.reachabilityFence(lifetime);
        return true;
    }

    /**
     * Writes the bytes of an encoded string and a NUL to the start of this segment.
     *
     * @throws IndexOutOfBoundsException if they do not fit
     */
    public void setNulTerminated(byte[] encoded) {
        copyFrom(encoded, encoded.length);
        setByte(encoded.length, (byte) 0);
    }

    /** Returns the UTF-8 text up to the first NUL, a number of bytes, or the end of memory of a known size. */
    String utf8(long most) {
        String text = Utf8.read(liveAddress(), Math.min(most, byteSize));
        Reference.reachabilityFence(lifetime);
        return text;
    }

    /**
     * Returns the text up to the first 0, a number of characters, or the end of memory of a known size.
     *
     * @param characterSize 2 or 4
     */
    String wideText(int characterSize, long most) {
        String text = WideText.read(liveAddress(), characterSize, Math.min(most, byteSize / characterSize));
        Reference.reachabilityFence(lifetime);
        return text;
    }

    /** Copies the first bytes of another segment over the start of this one; they may overlap. */
    public void copyFrom(Segment source, long bytes) {
        RawMemory.copy(source.checked(0, bytes), writable(0, bytes), bytes);
        Reference.reachabilityFence(source.lifetime);
        Reference.reachabilityFence(lifetime);
    }

    /** C may point into the middle of something, so a negative offset is nobody's error where the size is unknown. */
    private boolean has(long offset, long bytes) {
        return lifetime.isUsable()
                && (offset >= 0 && bytes >= 0 && offset <= byteSize - bytes || byteSize == UNKNOWN_SIZE && bytes >= 0);
    }

    /**
     * Why a part of it cannot be used.
     *
     * @param place what was to be used, such as {@code "IntPointer[3]: "}, or nothing
     * @return an {@link IllegalStateException} if the memory is gone, else an {@link IndexOutOfBoundsException}
     */
    private RuntimeException refusal(String place, BigInteger offset, long bytes) {
        if (!lifetime.isUsable()) {
            return new IllegalStateException(place + lifetime.reason());
        }
        return new IndexOutOfBoundsException(String.format(
                Locale.ROOT,
                "%s%d bytes at offset %d lie outside of the %d bytes at 0x%x",
                place,
                bytes,
                offset,
                byteSize,
                address));
    }

    private long checked(long offset, long bytes) {
        if (!has(offset, bytes)) {
            throw refusal("", BigInteger.valueOf(offset), bytes);
        }
        return address + offset;
    }

    private long writable(long offset, long bytes) {
        if (lifetime.isReadOnly()) {
            throw readOnly();
        }
        return checked(offset, bytes);
    }

    private UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the memory at 0x" + Long.toHexString(address)
                + " is read-only: it is C's const, or that of a read-only ByteBuffer. Copy it, and write to the copy");
    }

    @Override
    public String toString() {
        String size = byteSize == UNKNOWN_SIZE ? "memory of unknown size" : byteSize + " bytes";
        return String.format(Locale.ROOT, "%s at 0x%x", size, address);
    }
}
