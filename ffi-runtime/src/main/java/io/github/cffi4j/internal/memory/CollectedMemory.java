package io.github.cffi4j.internal.memory;

import java.nio.ByteBuffer;

/**
 * Memory owned by the Java objects that refer to it: freed when the last of them is unreachable. On Java 22 and later
 * another class takes its place.
 *
 * <p>The JDK frees it: an action of ours would keep our class loader reachable as long as any memory is. It counts towards
 * {@code -XX:MaxDirectMemorySize}.
 */
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
        long room = Math.addExact(size.bytes(), alignment <= Allocation.HEAP_ALIGNMENT ? 0 : alignment - 1);
        if (room > Integer.MAX_VALUE) {
            Allocation allocation = Allocation.of(bytes, alignment);
            Lifetime lifetime = new Lifetime();
            Cleanup.of(lifetime, allocation);
            return new CollectedMemory(allocation.address(), lifetime);
        }
        ByteBuffer block = ByteBuffer.allocateDirect((int) room);
        return new CollectedMemory(RawMemory.address(block) + alignment - 1 & -alignment, Lifetime.of(block));
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
