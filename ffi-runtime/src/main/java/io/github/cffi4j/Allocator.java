package io.github.cffi4j;

/** A source of native memory: an {@link Arena}, {@link Segment#allocate}, or a method that gives parts of a larger segment. */
@FunctionalInterface
public interface Allocator {
    /**
     * Allocates zeroed memory.
     *
     * @param bytes the size; memory of no size has an address, too
     * @param alignment a power of two that divides the address
     * @throws IllegalArgumentException if one of the two is out of range
     * @throws OutOfMemoryError if the system has no memory left
     */
    Segment allocate(long bytes, long alignment);
}
