package io.github.cffi4j.internal.memory;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one thread of the runtime, which does the work for unreachable objects.
 *
 * <p>A thread keeps what it runs, and so would keep the class loader of an application that brings this runtime along. So the
 * thread is the JDK's, of a {@link Cleaner}, and all that its list refers to is the JDK's, too: an object that nobody has, and
 * a method handle that knows {@link #reap} weakly. When a garbage collection has found that object, the collected are looked
 * after and a new one takes its place, as long as there is anything to wait for. When this class is collected the list is
 * empty, and the thread ends.
 */
final class Reaper implements Runnable {
    static final ReferenceQueue<Object> UNREACHABLE = new ReferenceQueue<>();

    /** One collection enqueues all that it has found, but not at one moment. */
    private static final long PATIENCE_MILLIS = 100;

    private static final Cleaner CLEANER = Cleaner.create();
    private static final Reaper REAPER = new Reaper();
    private static final AtomicLong PENDING = new AtomicLong();
    private static final AtomicBoolean AWAITING = new AtomicBoolean();
    private static final Runnable AFTER_COLLECTION = weakly(REAPER);

    private Reaper() {}

    /** Sees to it that a task that was just made is run when its time comes. */
    static void watch() {
        PENDING.incrementAndGet();
        awaitCollection();
    }

    /** One of those that are waited for was done, or is not to be done. */
    static void settled() {
        PENDING.decrementAndGet();
    }

    @Override
    public void run() {
        AWAITING.set(false);
        reap();
        if (PENDING.get() > 0) {
            awaitCollection();
            // What came before that would have to wait for two collections.
            for (Reference<?> next = UNREACHABLE.poll(); next != null; next = UNREACHABLE.poll()) {
                ((Cleanup.Task) next).run();
            }
        }
    }

    private static void awaitCollection() {
        if (AWAITING.compareAndSet(false, true)) {
            CLEANER.register(new Object(), AFTER_COLLECTION);
        }
    }

    private static void reap() {
        try {
            for (Reference<?> next = UNREACHABLE.remove(PATIENCE_MILLIS);
                    next != null;
                    next = UNREACHABLE.remove(PATIENCE_MILLIS)) {
                ((Cleanup.Task) next).run();
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs something for as long as others keep it. Of the JDK's classes alone. */
    private static Runnable weakly(Runnable code) {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            // Which has neither such proxies nor class loaders that go.
            return code;
        }
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        try {
            // Where the JDK of Java 17 puts the proxy's class.
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle isGone = lookup.findStatic(
                            Objects.class, "isNull", MethodType.methodType(boolean.class, Object.class))
                    .asType(MethodType.methodType(boolean.class, Runnable.class));
            MethodHandle run = lookup.findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
            MethodHandle found = lookup.findVirtual(Reference.class, "get", MethodType.methodType(Object.class))
                    .bindTo(new WeakReference<>(code))
                    .asType(MethodType.methodType(Runnable.class));
            return MethodHandleProxies.asInterfaceInstance(
                    Runnable.class,
                    MethodHandles.collectArguments(
                            MethodHandles.guardWithTest(isGone, MethodHandles.empty(run.type()), run), 0, found));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("public methods of the JDK", e);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
