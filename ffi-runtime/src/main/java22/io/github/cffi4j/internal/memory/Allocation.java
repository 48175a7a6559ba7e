package io.github.cffi4j.internal.memory;

import java.lang.foreign.Arena;

/**
 * A block of zeros from the C heap, of the thread that asked for it.
 *
 * <p>A confined arena each: closing one costs nothing, where a shared one stops all threads. What is allocated counts
 * towards {@code -XX:MaxDirectMemorySize}.
 */
public final class Allocation implements Runnable {
    private final Arena arena;
    private final long address;

    private Allocation(Arena arena, long address) {
        this.arena = arena;
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
        Arena arena = Arena.ofConfined();
        return new Allocation(
                arena, arena.allocate(size.bytes(), size.alignment()).address());
    }

    /** The address of the first byte, aligned as asked for. */
    public long address() {
        return address;
    }

    /** Gives the block back, once. Only for the thread that asked for it. */
    @Override
    public void run() {
        arena.close();
    }
}
