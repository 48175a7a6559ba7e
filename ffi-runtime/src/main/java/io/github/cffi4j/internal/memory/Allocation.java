package io.github.cffi4j.internal.memory;

/** A block of zeros from the C heap, of the thread that asked for it. On Java 22 and later another class takes its place. */
public final class Allocation implements Runnable {
    /** The alignment of each block of the heap: 16 bytes, and 8 if an address has 4. */
    static final long HEAP_ALIGNMENT = 2L * RawMemory.addressSize();

    private final long base;
    private final long address;

    private Allocation(long base, long address) {
        this.base = base;
        this.address = address;
    }

    /**
     * A new block; the caller frees it.
     *
     * @throws IllegalArgumentException if bytes or alignment are out of range
     * @throws OutOfMemoryError if the system has no memory left
     */
    public static Allocation of(long bytes, long alignment) {
        BlockSize size = new BlockSize(bytes, alignment);
        if (size.alignment() <= HEAP_ALIGNMENT) {
            long base = RawMemory.allocateZeroed(size.bytes());
            return new Allocation(base, base);
        }
        long base = RawMemory.allocateZeroed(Math.addExact(size.bytes(), alignment - 1));
        return new Allocation(base, (base + alignment - 1) & -alignment);
    }

    /** The address of the first byte, aligned as asked for. */
    public long address() {
        return address;
    }

    /** Gives the block back, once. Only for the thread that asked for it. */
    @Override
    public void run() {
        RawMemory.free(base);
    }
}
