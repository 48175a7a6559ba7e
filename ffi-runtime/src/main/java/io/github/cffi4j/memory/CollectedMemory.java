package io.github.cffi4j.memory;

/**
 * Memory owned by the Java objects that refer to it: freed when the last of them is unreachable. On Java 22 and later
 * another class takes its place.
 */
final class CollectedMemory implements Allocator {
    static final CollectedMemory ALLOCATOR = new CollectedMemory();

    private CollectedMemory() {}

    @Override
    public Segment allocate(long bytes, long alignment) {
        Allocation allocation = Allocation.of(bytes, alignment);
        return owned(allocation.address(), bytes, allocation);
    }

    /** @param free must not refer to the segment, or it is never called */
    static Segment owned(long address, long bytes, Runnable free) {
        Lifetime lifetime = new Lifetime();
        Cleanup.CLEANER.register(lifetime, free);
        return new Segment(address, bytes, lifetime);
    }
}
