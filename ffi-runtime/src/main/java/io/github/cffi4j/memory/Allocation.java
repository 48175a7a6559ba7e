package io.github.cffi4j.memory;

/**
 * A block of zeros from the C heap: what to free, and the aligned address in it.
 *
 * @param base what the heap gave
 * @param address the first address in it that is aligned as asked for
 */
public record Allocation(long base, long address) {
    /** What the heap aligns every block to, on all platforms. */
    private static final long HEAP_ALIGNMENT = 16;

    /** A new block; the caller frees it. */
    public static Allocation of(long bytes, long alignment) {
        if (bytes < 1) {
            throw new IllegalArgumentException("cannot allocate " + bytes + " bytes");
        }
        if (alignment < 1 || Long.bitCount(alignment) != 1) {
            throw new IllegalArgumentException("an alignment is a power of two, not " + alignment);
        }
        if (alignment <= HEAP_ALIGNMENT) {
            long base = RawMemory.allocateZeroed(bytes);
            return new Allocation(base, base);
        }
        long base = RawMemory.allocateZeroed(Math.addExact(bytes, alignment - 1));
        return new Allocation(base, (base + alignment - 1) & -alignment);
    }

    public void free() {
        RawMemory.free(base);
    }
}
