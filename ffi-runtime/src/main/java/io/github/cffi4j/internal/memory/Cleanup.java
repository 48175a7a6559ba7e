package io.github.cffi4j.internal.memory;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Something to be done once: when asked for, or else when an object is no longer reachable. Thread-safe.
 *
 * <p>It is kept by the classes that the action is from, so a thread of ours never keeps an application that was undeployed.
 * When such a class goes, what is still to be done for it is not done: its code is not there any more.
 */
public final class Cleanup {
    private final Task task;

    private Cleanup(Task task) {
        this.task = task;
    }

    /**
     * Does it when nobody else has, some time after the object was last reachable, on a thread of the runtime. What it
     * throws there goes to that thread's uncaught-exception handler.
     *
     * @param action must not refer to the object, or it is never done; its class keeps it
     */
    public static Cleanup of(Object reachable, Runnable action) {
        return of(reachable, action.getClass(), action);
    }

    /**
     * The same for an action that works for somebody else.
     *
     * @param owner the class that keeps it: one of whoever gave what the action is to do
     */
    public static Cleanup of(Object reachable, Class<?> owner, Runnable action) {
        Cleanup cleanup = new Cleanup(new Task(reachable, action));
        cleanup.keptBy(owner);
        Reaper.watch();
        Reference.reachabilityFence(reachable);
        return cleanup;
    }

    /** Adds a class that keeps it. */
    public void keptBy(Class<?> owner) {
        task.keptBy(owner);
    }

    /** Does it now, unless it was done or cancelled. */
    public void run() {
        Runnable action = task.take();
        if (action != null) {
            action.run();
        }
    }

    /** Sees to it that it is never done; {@code false} if it was done or cancelled before. */
    public boolean cancel() {
        return task.take() != null;
    }

    /** The work to do when the collector has found the object unreachable. */
    static final class Task extends PhantomReference<Object> {
        private final AtomicReference<Runnable> action;
        private final Set<Class<?>> owners = ConcurrentHashMap.newKeySet();

        Task(Object reachable, Runnable action) {
            super(reachable, Reaper.UNREACHABLE);
            this.action = new AtomicReference<>(action);
        }

        void keptBy(Class<?> owner) {
            if (owners.add(owner)) {
                Retention.keep(owner, this);
            }
        }

        Runnable take() {
            Runnable taken = action.getAndSet(null);
            if (taken != null) {
                clear();
                owners.forEach(owner -> Retention.release(owner, this));
                Reaper.settled();
            }
            return taken;
        }

        /** On the runtime's thread. */
        void run() {
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
