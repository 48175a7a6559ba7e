package io.github.cffi4j;

import io.github.cffi4j.memory.Cleanup;
import io.github.cffi4j.memory.Segment;
import io.github.cffi4j.memory.SharedMemory;

/** An arena of all threads. */
final class SharedArena extends Arena {
    private final SharedMemory memory = new SharedMemory();
    private final Closings closings = new Closings();
    private final boolean automatic;

    SharedArena() {
        this(false);
    }

    private SharedArena(boolean automatic) {
        this.automatic = automatic;
        closings.add(memory::free);
    }

    static SharedArena closingItself() {
        SharedArena arena = new SharedArena(true);
        // What is given refers to the lifetime; what is done in the end does not.
        Cleanup.of(arena.lifetime(), arena.closings::run);
        return arena;
    }

    @Override
    public Segment allocate(long bytes, long alignment) {
        synchronized (closings) {
            lifetime().check();
            return new Segment(memory.allocate(bytes, alignment), bytes, lifetime());
        }
    }

    @Override
    public void close() {
        if (automatic) {
            throw new UnsupportedOperationException(
                    "an automatic arena closes itself; use Arena.open() or openShared() for a try");
        }
        synchronized (closings) {
            if (!lifetime().isOpen()) {
                return;
            }
            lifetime().end("its arena was closed");
        }
        closings.run();
    }

    @Override
    public void onClose(Runnable closing) {
        synchronized (closings) {
            lifetime().check();
            closings.add(closing);
        }
    }
}
