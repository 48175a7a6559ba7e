package io.github.cffi4j.internal.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of zeros that the garbage collector frees together, once nothing refers to their {@link #owner}. Small ones share
 * a block. Not synchronised.
 */
public final class CollectedBlocks {
    private static final int ALIGNMENT = 16;

    /** Of the JDK's classes alone. */
    private final List<Object> blocks = new ArrayList<>();

    private long next;
    private long end;

    /** None yet. */
    public CollectedBlocks() {}

    /** What keeps all blocks. */
    public Object owner() {
        return blocks;
    }

    /**
     * The address of a new block.
     *
     * @throws IllegalArgumentException if bytes or alignment are out of range
     * @throws OutOfMemoryError if the system has no memory left
     */
    public long allocate(long bytes, long alignment) {
        if (!Chunk.fits(bytes, alignment)) {
            return block(bytes, alignment);
        }
        long size = Math.max(1, bytes) + ALIGNMENT - 1 & -ALIGNMENT;
        if (size > end - next) {
            next = block(Chunk.SIZE, ALIGNMENT);
            end = next + Chunk.SIZE;
        }
        long start = next;
        next += size;
        return start;
    }

    private long block(long bytes, long alignment) {
        CollectedMemory block = CollectedMemory.allocate(bytes, alignment);
        blocks.add(block.lifetime().kept());
        return block.address();
    }
}
