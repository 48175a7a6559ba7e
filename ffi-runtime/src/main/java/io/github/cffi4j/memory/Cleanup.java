package io.github.cffi4j.memory;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicReference;

/** Something to be done once: when asked for, or else when an object is no longer reachable. Thread-safe. */
public final class Cleanup {
    /** The one thread of the runtime that waits for objects to become unreachable. */
    static final Cleaner CLEANER = Cleaner.create();

    private final Task task;
    private final Cleaner.Cleanable cleanable;

    private Cleanup(Task task, Cleaner.Cleanable cleanable) {
        this.task = task;
        this.cleanable = cleanable;
    }

    /**
     * Does it when nobody else has, some time after the object was last reachable, on a thread of the runtime. What it
     * throws there goes to that thread's uncaught-exception handler.
     *
     * @param action must not refer to the object, or it is never done
     */
    public static Cleanup of(Object reachable, Runnable action) {
        Task task = new Task(action);
        return new Cleanup(task, CLEANER.register(reachable, task));
    }

    /** Does it now, unless it was done or cancelled. */
    public void run() {
        Runnable action = task.take();
        cleanable.clean();
        if (action != null) {
            action.run();
        }
    }

    /** Sees to it that it is never done; {@code false} if it was done or cancelled before. */
    public boolean cancel() {
        boolean pending = task.take() != null;
        cleanable.clean();
        return pending;
    }

    private static final class Task implements Runnable {
        private final AtomicReference<Runnable> action;

        Task(Runnable action) {
            this.action = new AtomicReference<>(action);
        }

        Runnable take() {
            return action.getAndSet(null);
        }

        @Override
        public void run() {
            Runnable pending = take();
            if (pending != null) {
                try {
                    pending.run();
                } catch (Throwable failure) {
                    // The cleaner would pass it over in silence.
                    Thread thread = Thread.currentThread();
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
                }
            }
        }
    }
}
