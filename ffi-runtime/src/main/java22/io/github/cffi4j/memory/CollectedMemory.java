package io.github.cffi4j.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory owned by the Java objects that refer to it: freed when the last of them is unreachable. */
final class CollectedMemory implements Allocator {
    static final CollectedMemory ALLOCATOR = new CollectedMemory();

    private CollectedMemory() {}

    @Override
    public Segment allocate(long bytes, long alignment) {
        BlockSize size = new BlockSize(bytes, alignment);
        MemorySegment memory = Arena.ofAuto().allocate(size.bytes(), size.alignment());
        return new Segment(memory.address(), bytes, Lifetime.of(memory));
    }
}
