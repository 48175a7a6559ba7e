package io.github.cffi4j.memory;

import java.nio.ByteBuffer;

/**
 * Memory owned by the Java objects that refer to it: freed when the last of them is unreachable. On Java 22 and later
 * another class takes its place.
 *
 * <p>The JDK frees it: an action of ours would keep our class loader reachable as long as any memory is. It counts towards
 * {@code -XX:MaxDirectMemorySize}.
 */
final class CollectedMemory implements Allocator {
    static final CollectedMemory ALLOCATOR = new CollectedMemory();

    private CollectedMemory() {}

    @Override
    public Segment allocate(long bytes, long alignment) {
        BlockSize size = new BlockSize(bytes, alignment);
        long room = Math.addExact(size.bytes(), alignment <= Allocation.HEAP_ALIGNMENT ? 0 : alignment - 1);
        if (room > Integer.MAX_VALUE) {
            Allocation allocation = Allocation.of(bytes, alignment);
            Lifetime lifetime = new Lifetime();
            Cleanup.of(lifetime, allocation);
            return new Segment(allocation.address(), bytes, lifetime);
        }
        ByteBuffer block = ByteBuffer.allocateDirect((int) room);
        return new Segment(RawMemory.address(block) + alignment - 1 & -alignment, bytes, Lifetime.of(block));
    }
}
