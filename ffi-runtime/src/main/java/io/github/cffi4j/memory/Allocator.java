package io.github.cffi4j.memory;

/**
 * Where new native memory comes from, and who frees it: the {@link #collected} one, or an arena, which says for which threads
 * it is.
 */
@FunctionalInterface
public interface Allocator {
    /**
     * New memory of zeros.
     *
     * @param bytes how many; of none there is an address, too
     * @param alignment a power of two that divides the address
     * @throws IllegalArgumentException if one of the two is out of range
     * @throws OutOfMemoryError if the system has no memory left
     */
    Segment allocate(long bytes, long alignment);

    /** Gives memory that is freed when no Java object refers to it any more. For any thread. */
    static Allocator collected() {
        return CollectedMemory.ALLOCATOR;
    }
}
