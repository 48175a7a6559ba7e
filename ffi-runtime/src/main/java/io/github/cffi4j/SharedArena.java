package io.github.cffi4j;

import io.github.cffi4j.internal.memory.Cleanup;
import io.github.cffi4j.internal.memory.CollectedBlocks;
import io.github.cffi4j.internal.memory.Lifetime;
import org.jspecify.annotations.Nullable;

/**
 * An arena of all threads. Its lifetime keeps its memory. A thread that has seen the arena open and is about to use the
 * memory refers to the lifetime, so closing does not free the memory in between.
 */
final class SharedArena extends Arena {
    private final CollectedBlocks memory;
    private final Closings closings = new Closings();
    private final boolean automatic;

    /** Closes an automatic arena when the lifetime is unreachable; {@code null} while there are no actions. */
    private @Nullable Cleanup cleanup;

    SharedArena(boolean automatic) {
        this(automatic, new CollectedBlocks());
    }

    private SharedArena(boolean automatic, CollectedBlocks memory) {
        super(Lifetime.of(memory.owner()));
        this.automatic = automatic;
        this.memory = memory;
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
    public void onClose(Runnable closing, Class<?> owner) {
        synchronized (closings) {
            lifetime().check();
            closings.add(closing);
            if (!automatic) {
                return;
            }
            if (cleanup == null) {
                // The memory refers to the lifetime; the actions must not.
                cleanup = Cleanup.of(lifetime(), owner, closings::run);
            } else {
                cleanup.keptBy(owner);
            }
        }
    }
}
