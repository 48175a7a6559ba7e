package io.github.cffi4j.memory;

import java.lang.foreign.Arena;

/** Blocks of zeros from the C heap for any thread, freed together. Not synchronised. */
public final class SharedMemory {
    /** Made when it is first needed: its closing stops all threads for a moment. */
    private Arena arena;

    /** None yet. */
    public SharedMemory() {}

    /**
     * The address of a new block.
     *
     * @throws IllegalArgumentException if bytes or alignment are out of range
     * @throws OutOfMemoryError if the system has no memory left
     */
    public long allocate(long bytes, long alignment) {
        BlockSize size = new BlockSize(bytes, alignment);
        if (arena == null) {
            arena = Arena.ofShared();
        }
        return arena.allocate(size.bytes(), size.alignment()).address();
    }

    /** Frees all blocks, once. */
    public void free() {
        if (arena != null) {
            arena.close();
        }
    }
}
