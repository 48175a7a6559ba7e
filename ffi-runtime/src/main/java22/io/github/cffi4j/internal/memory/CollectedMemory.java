package io.github.cffi4j.internal.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory owned by the Java objects that refer to it: freed when the last of them is unreachable. */
public final class CollectedMemory {
    private final long address;
    private final Lifetime lifetime;

    private CollectedMemory(long address, Lifetime lifetime) {
        this.address = address;
        this.lifetime = lifetime;
    }

    /**
     * Allocates zeroed memory.
     *
     * @param bytes the size; memory of no size has an address, too
     * @param alignment a power of two that divides the address
     * @throws IllegalArgumentException if one of the two is out of range
     * @throws OutOfMemoryError if the system has no memory left
     */
    public static CollectedMemory allocate(long bytes, long alignment) {
        BlockSize size = new BlockSize(bytes, alignment);
        MemorySegment memory = Arena.ofAuto().allocate(size.bytes(), size.alignment());
        return new CollectedMemory(memory.address(), Lifetime.of(memory));
    }

    /** Returns the address of the first byte. */
    public long address() {
        return address;
    }

    /** Returns the lifetime of the memory, which keeps it. */
    public Lifetime lifetime() {
        return lifetime;
    }
}
