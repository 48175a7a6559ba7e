package io.github.cffi4j.generated;

import io.github.cffi4j.Segment;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The C functions of one type. There are more of them as they are needed, and each is used again as late as possible: C may
 * still have a pointer to it. Thread-safe.
 *
 * @param <T> the functional interface
 */
final class SlotPool<T> {
    /** So many wait unused before one of them is used again. */
    private static final int RESTING = 32;

    /** So many that C still calls, although it must not, are never used again. */
    private static final int RETIRED = 1024;

    /** With so many, unreachable automatic arenas are looked for before there are more. */
    private static final int MANY = 8192;

    /** So long what a garbage collection finds may take to become free: an emulated processor, or a busy one, is slow. */
    private static final long COLLECTING_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** When none became free for so long, no more will. */
    private static final long STILL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private static final long WAITING_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** So often a thread that waits asks for a garbage collection. */
    private static final int COLLECTIONS = 5;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final String name;
    private final Segment stubs;
    private final int block;
    private final Stubs.Source source;
    private final Queue<Slot<T>> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger resting = new AtomicInteger();
    /** The one of the last call that passed code. */
    private final AtomicReference<@Nullable Slot<T>> recent = new AtomicReference<>();

    private final Queue<Slot<T>> retired = new ConcurrentLinkedQueue<>();
    private final AtomicInteger retiredCount = new AtomicInteger();
    private final ReentrantLock growing = new ReentrantLock();
    /** The fewest that were in use at a time since unreachable automatic arenas were last looked for. */
    private volatile int fewestUsed;

    private volatile boolean complete;
    private volatile Slot<T>[] slots = slots(0);

    /** @param stubs the address of the glue's {@code struct ffi_stubs} */
    SlotPool(String name, long stubs, Stubs.Source source) {
        this.name = name;
        this.stubs = Segment.ofAddress(stubs);
        this.block = this.stubs.getInt(2L * Segment.ADDRESS_SIZE);
        this.source = source;
        add(this.stubs, 0);
    }

    /** The C function with a number that C gave. */
    Slot<T> get(int number) {
        return slots[number];
    }

    /**
     * A C function to which nothing is bound, for the time of one call. The one that ran the same code in the call before is taken
     * again: if C kept it, it runs what C expects, and the JIT, which compiles each function of java.lang.foreign by itself, has
     * compiled this one.
     *
     * @throws IllegalStateException if all are in use, there can be no more, and none became free for a while
     */
    Slot<T> acquire(T code) {
        Slot<T> last = recent.getAndSet(null);
        if (last != null) {
            if (last.ran(code) && !last.stale()) {
                return last;
            }
            release(last);
        }
        return acquire();
    }

    /** The end of that time. */
    void release(Slot<T> slot, T code) {
        slot.remember(code);
        Slot<T> last = recent.getAndSet(slot);
        if (last != null) {
            release(last);
        }
    }

    /**
     * A C function to which nothing is bound.
     *
     * @throws IllegalStateException if all are in use, there can be no more, and none became free for a while
     */
    Slot<T> acquire() {
        if (resting.get() <= RESTING) {
            grow();
        }
        Slot<T> slot = poll();
        return slot == null ? await() : slot;
    }

    void release(Slot<T> slot) {
        free.offer(slot);
        int used = slots.length - resting.incrementAndGet();
        if (used < fewestUsed) {
            fewestUsed = used;
        }
    }

    private @Nullable Slot<T> poll() {
        for (Slot<T> slot = free.poll(); slot != null; slot = free.poll()) {
            resting.decrementAndGet();
            if (!slot.stale()) {
                return slot;
            }
            retire(slot);
        }
        return null;
    }

    /** For good, unless they are too many: then the one that C has not called for longest is as good as any. */
    private void retire(Slot<T> slot) {
        retired.offer(slot);
        if (retiredCount.incrementAndGet() > (complete ? slots.length / 4 : RETIRED)) {
            Slot<T> oldest = retired.poll();
            if (oldest != null) {
                retiredCount.decrementAndGet();
                oldest.forgive();
                release(oldest);
            }
        }
    }

    private Slot<T> await() {
        long start = System.nanoTime();
        int collections = 0;
        while (true) {
            grow();
            Slot<T> slot = poll();
            slot = slot == null ? recent.getAndSet(null) : slot;
            if (slot != null) {
                return slot;
            }
            long waited = System.nanoTime() - start;
            // What is reachable at one collection, from the frame of another thread say, may not be at the next.
            if (complete && waited >= collections * WAITING_NANOS / COLLECTIONS) {
                System.gc();
                collections++;
            }
            if (waited > WAITING_NANOS) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "all %d C functions of type %s are in use, none became free in %d s, and"
                                + " this platform can have no more; close arenas whose stubs C no longer needs, or let"
                                + " fewer threads pass lambdas at a time",
                        slots.length,
                        name,
                        TimeUnit.NANOSECONDS.toSeconds(WAITING_NANOS)));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** One thread at a time; the others take what is there. */
    private void grow() {
        if (complete || !growing.tryLock()) {
            return;
        }
        try {
            if (resting.get() > RESTING || slots.length >= Math.max(MANY, 2 * fewestUsed) && collected()) {
                return;
            }
            long next = source.next(stubs, slots.length);
            if (next != 0) {
                add(Segment.ofAddress(next), 0);
                return;
            }
            long distance = source.more(stubs, slots.length);
            complete = distance == 0;
            if (!complete) {
                add(stubs, distance);
            }
        } finally {
            growing.unlock();
        }
    }

    /** Stubs of automatic arenas are free when the garbage collector has seen that nobody has them. */
    private boolean collected() {
        fewestUsed = slots.length;
        System.gc();
        long start = System.nanoTime();
        boolean again = false;
        int freed;
        do {
            freed = resting.get();
            LockSupport.parkNanos(STILL_NANOS);
            // The thread that frees them may have been busy with earlier ones, and waits for the next collection.
            if (!again && resting.get() <= RESTING && System.nanoTime() - start > COLLECTING_NANOS / 2) {
                System.gc();
                again = true;
            }
        } while ((freed <= RESTING || freed < resting.get()) && System.nanoTime() - start < COLLECTING_NANOS);
        return resting.get() > RESTING;
    }

    private void add(Segment table, long distance) {
        Segment functions = Segment.ofAddress(table.getAddress(0));
        // Behind the pointer to the C code that all have in common.
        long states = table.getAddress(Segment.ADDRESS_SIZE) + Segment.ADDRESS_SIZE + distance;
        Slot<T>[] more = Arrays.copyOf(slots, slots.length + block);
        for (int i = 0; i < block; i++) {
            more[slots.length + i] = new Slot<>(
                    functions.getAddress((long) i * Segment.ADDRESS_SIZE) + distance, states + (long) i * Slot.BYTES);
        }
        int first = slots.length;
        slots = more;
        for (int i = first; i < more.length; i++) {
            release(more[i]);
        }
    }

    @SuppressWarnings("unchecked") // Java has no arrays of generic classes.
    private static <T> Slot<T>[] slots(int count) {
        return (Slot<T>[]) new Slot<?>[count];
    }
}
