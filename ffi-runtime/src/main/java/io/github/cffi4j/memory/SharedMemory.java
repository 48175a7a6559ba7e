package io.github.cffi4j.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of zeros from the C heap for any thread, freed together. Not synchronised. On Java 22 and later another class
 * takes its place.
 */
public final class SharedMemory {
    private final List<Allocation> blocks = new ArrayList<>();

    /** None yet. */
    public SharedMemory() {}

    /**
     * The address of a new block.
     *
     * @throws IllegalArgumentException if bytes or alignment are out of range
     * @throws OutOfMemoryError if the system has no memory left
     */
    public long allocate(long bytes, long alignment) {
        Allocation block = Allocation.of(bytes, alignment);
        blocks.add(block);
        return block.address();
    }

    /** Frees all blocks, once. */
    public void free() {
        blocks.forEach(Allocation::run);
    }
}
