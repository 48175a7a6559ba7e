package io.github.cffi4j.internal.memory;

import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A stretch of native memory that is lent to one arena after the other, so that those which need little of it need not ask
 * the C heap. There are few of them, made when they are first needed, and there as long as this class. For one thread at a time.
 */
public final class Chunk {
    /** What watches the C heap, such as AddressSanitizer, sees nothing of what is lent: {@code -Dcffi4j.chunks=false} shows it all. */
    private static final boolean WANTED = !"false".equals(System.getProperty("cffi4j.chunks"));

    static final int SIZE = 4096;
    /** What is larger would soon use it up. */
    static final int LARGEST = SIZE / 4;

    private static final int ALIGNMENT = 16;

    /** Threads that are at it at once rarely have the same one; a power of two. */
    private static final int COUNT = 64;

    /** One for some threads each; {@code null} before the first use. */
    private static final Chunk[] CHUNKS = new Chunk[COUNT];

    /** For each chunk whether an arena has it. So far apart that processors do not wait for each other. */
    private static final AtomicIntegerArray LENT = new AtomicIntegerArray(COUNT << 4);

    private final CollectedMemory memory;
    private final long address;
    private final int lent;
    private long used;

    private Chunk(CollectedMemory memory, int lent) {
        this.memory = memory;
        this.address = memory.address();
        this.lent = lent;
    }

    /** One that nobody else has, until it is given back; {@code null} if there is none for this thread now. */
    public static Chunk borrow() {
        int index = (int) Thread.currentThread().getId() & COUNT - 1;
        int lent = index << 4;
        if (!WANTED || !LENT.compareAndSet(lent, 0, 1)) {
            return null;
        }
        Chunk chunk = CHUNKS[index];
        return chunk == null ? create(index, lent) : chunk;
    }

    private static Chunk create(int index, int lent) {
        try {
            return CHUNKS[index] = new Chunk(CollectedMemory.allocate(SIZE, ALIGNMENT), lent);
        } catch (Throwable e) {
            LENT.setRelease(lent, 0);
            throw e;
        }
    }

    /** Returns true if it is little enough to come from a chunk; else the heap gives it, or tells what is wrong. */
    public static boolean fits(long bytes, long alignment) {
        return bytes >= 0
                && bytes <= LARGEST
                && Long.bitCount(alignment) == 1
                && alignment > 0
                && alignment <= ALIGNMENT;
    }

    /** The address of zeros from it; 0 if the heap has to give them. */
    public long allocate(long bytes, long alignment) {
        long size = Math.max(1, bytes) + ALIGNMENT - 1 & -ALIGNMENT;
        if (!fits(bytes, alignment) || size > SIZE - used) {
            return 0;
        }
        long start = address + used;
        used += size;
        for (long at = start; at < start + size; at += Long.BYTES) {
            RawMemory.putLong(at, 0);
        }
        return start;
    }

    /** For the next arena. Nothing that came from it may be used any more. */
    public void giveBack() {
        used = 0;
        Reference.reachabilityFence(memory);
        LENT.setRelease(lent, 0);
    }
}
