package io.github.cffi4j;

import io.github.cffi4j.internal.memory.Allocation;
import io.github.cffi4j.internal.memory.Chunk;
import io.github.cffi4j.internal.memory.Lifetime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An arena of one thread. Its first small allocations come from a chunk, the others from the heap. */
final class ConfinedArena extends Arena {
    private final Thread owner = Thread.currentThread();
    private final Closings closings = new Closings();

    /** {@code null} before the first small allocation, and if no chunk was free then. */
    private @Nullable Chunk chunk;

    private boolean chunkTried;

    ConfinedArena() {
        super(Lifetime.ofThread());
    }

    @Override
    public Segment allocate(long bytes, long alignment) {
        check();
        if (!chunkTried && Chunk.fits(bytes, alignment)) {
            chunkTried = true;
            chunk = Chunk.borrow();
        }
        long address = chunk == null ? 0 : chunk.allocate(bytes, alignment);
        return new Segment(address == 0 ? fromHeap(bytes, alignment) : address, bytes, lifetime());
    }

    private long fromHeap(long bytes, long alignment) {
        Allocation allocation = Allocation.of(bytes, alignment);
        closings.add(allocation);
        return allocation.address();
    }

    @Override
    public void close() {
        checkOwner();
        if (!lifetime().isOpen()) {
            return;
        }
        lifetime().end("its arena was closed");
        try {
            closings.run();
        } finally {
            if (chunk != null) {
                chunk.giveBack();
            }
        }
    }

    @Override
    public void onClose(Runnable closing, Class<?> owner) {
        check();
        closings.add(closing);
    }

    private void check() {
        checkOwner();
        lifetime().check();
    }

    private void checkOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "this arena belongs to thread '%s'; thread '%s' cannot use it",
                    owner.getName(),
                    Thread.currentThread().getName()));
        }
    }
}
