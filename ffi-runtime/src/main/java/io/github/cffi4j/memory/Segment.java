package io.github.cffi4j.memory;

import java.lang.ref.Reference;

/**
 * A stretch of native memory: an address, a size in bytes and a lifetime.
 *
 * <p>Access outside of it throws {@link IndexOutOfBoundsException}; access after its end throws {@link
 * IllegalStateException}. Memory allocated from Java stays as long as a segment of it is reachable. Values need not be
 * aligned. Segments are immutable; what is in them is shared like any C memory, without synchronisation.
 */
public final class Segment {
    /** The size of memory of which only the address is known, as with every pointer that C returns. */
    public static final long UNKNOWN_SIZE = Long.MAX_VALUE;

    private final long address;
    private final long byteSize;
    private final Lifetime lifetime;

    /** The caller answers for the memory being there, for as long as the lifetime says. */
    public Segment(long address, long byteSize, Lifetime lifetime) {
        if (address == 0) {
            throw new IllegalArgumentException("there is no memory at NULL");
        }
        this.address = address;
        this.byteSize = byteSize;
        this.lifetime = lifetime;
    }

    /** Memory that C looks after, of a size only C knows: nothing is checked there. */
    public static Segment ofAddress(long address) {
        return new Segment(address, UNKNOWN_SIZE, Lifetime.UNKNOWN);
    }

    /** The address of the first byte; the memory may be gone. */
    public long address() {
        return address;
    }

    /** The size in bytes, or {@link #UNKNOWN_SIZE}. */
    public long byteSize() {
        return byteSize;
    }

    /** A part of this segment, with the same lifetime; it keeps the whole reachable. */
    public Segment slice(long offset, long byteSize) {
        return new Segment(checked(offset, byteSize), byteSize, lifetime);
    }

    public byte getByte(long offset) {
        byte value = RawMemory.getByte(checked(offset, Byte.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    public short getShort(long offset) {
        short value = RawMemory.getShort(checked(offset, Short.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    public int getInt(long offset) {
        int value = RawMemory.getInt(checked(offset, Integer.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    public long getLong(long offset) {
        long value = RawMemory.getLong(checked(offset, Long.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    public float getFloat(long offset) {
        float value = RawMemory.getFloat(checked(offset, Float.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    public double getDouble(long offset) {
        double value = RawMemory.getDouble(checked(offset, Double.BYTES));
        Reference.reachabilityFence(lifetime);
        return value;
    }

    public void setByte(long offset, byte value) {
        RawMemory.putByte(checked(offset, Byte.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    public void setShort(long offset, short value) {
        RawMemory.putShort(checked(offset, Short.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    public void setInt(long offset, int value) {
        RawMemory.putInt(checked(offset, Integer.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    public void setLong(long offset, long value) {
        RawMemory.putLong(checked(offset, Long.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    public void setFloat(long offset, float value) {
        RawMemory.putFloat(checked(offset, Float.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    public void setDouble(long offset, double value) {
        RawMemory.putDouble(checked(offset, Double.BYTES), value);
        Reference.reachabilityFence(lifetime);
    }

    /** Copies bytes of this segment over the start of a Java array of numbers that is at least as long. */
    public void copyTo(Object array, long bytes) {
        RawMemory.copyToArray(checked(0, bytes), array, bytes);
        Reference.reachabilityFence(lifetime);
    }

    /** Copies bytes from the start of a Java array of numbers over the start of this segment. */
    public void copyFrom(Object array, long bytes) {
        RawMemory.copyFromArray(array, checked(0, bytes), bytes);
        Reference.reachabilityFence(lifetime);
    }

    private long checked(long offset, long bytes) {
        lifetime.check();
        if (offset < 0 || bytes < 0 || offset > byteSize - bytes) {
            checkSizeIsUnknown(offset, bytes);
        }
        return address + offset;
    }

    /** C may point into the middle of something, so a negative offset is nobody's error where the size is unknown. */
    private void checkSizeIsUnknown(long offset, long bytes) {
        if (byteSize != UNKNOWN_SIZE || bytes < 0) {
            throw new IndexOutOfBoundsException("%d bytes at offset %d lie outside of the %d bytes at 0x%x"
                    .formatted(bytes, offset, byteSize, address));
        }
    }

    @Override
    public String toString() {
        String size = byteSize == UNKNOWN_SIZE ? "memory of unknown size" : byteSize + " bytes";
        return "%s at 0x%x".formatted(size, address);
    }
}
