package io.github.cffi4j;

import io.github.cffi4j.memory.Allocation;
import io.github.cffi4j.memory.Segment;

/** An arena of one thread. */
final class ConfinedArena extends Arena {
    private final Thread owner = Thread.currentThread();
    private final Closings closings = new Closings();

    @Override
    public Segment allocate(long bytes, long alignment) {
        check();
        Allocation allocation = Allocation.of(bytes, alignment);
        closings.add(allocation::free);
        return new Segment(allocation.address(), bytes, lifetime());
    }

    @Override
    public void close() {
        checkOwner();
        lifetime().end("its arena was closed");
        closings.run();
    }

    @Override
    public void onClose(Runnable closing) {
        check();
        closings.add(closing);
    }

    private void check() {
        checkOwner();
        lifetime().check();
    }

    private void checkOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("this arena belongs to thread '%s'; thread '%s' cannot use it"
                    .formatted(owner.getName(), Thread.currentThread().getName()));
        }
    }
}
