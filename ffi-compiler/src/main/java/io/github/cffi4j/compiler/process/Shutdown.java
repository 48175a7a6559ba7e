package io.github.cffi4j.compiler.process;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The work to undo when this JVM is stopped from outside, by Ctrl-C or a signal: running programs are killed first, then
 * unfinished files deleted. Threads go on while a JVM shuts down, so nothing new can be begun from then on. Thread-safe.
 */
public final class Shutdown {
    private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();
    private static final Set<ProcessHandle> PROGRAMS = ConcurrentHashMap.newKeySet();
    private static final Set<Runnable> UNFINISHED = ConcurrentHashMap.newKeySet();
    private static boolean begun;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::run, "end of the programs and files of ffi"));
    }

    private Shutdown() {}

    /** Begins something that has to be undone. */
    @FunctionalInterface
    public interface Beginning<T> {
        T begin() throws IOException;
    }

    /** How a thing that was begun is undone. */
    @FunctionalInterface
    public interface Undoing<T> {
        Runnable of(T begun);
    }

    /**
     * Begins something whose remains must be deleted on a shutdown.
     *
     * @param undoing must not throw; runs in another thread
     * @return what was begun, and what {@link #finished} takes
     */
    public static <T> Begun<T> unfinished(Beginning<T> beginning, Undoing<T> undoing) throws IOException {
        return guarded(() -> {
            T thing = beginning.begin();
            Runnable undo = undoing.of(thing);
            UNFINISHED.add(undo);
            return new Begun<>(thing, undo);
        });
    }

    /**
     * @param thing what was begun
     * @param undo its undoing
     */
    public record Begun<T>(T thing, Runnable undo) {}

    /** There is nothing to be undone any more. */
    public static void finished(Begun<?> begun) {
        UNFINISHED.remove(begun.undo());
    }

    static Process program(Beginning<Process> start) throws IOException {
        return guarded(() -> {
            Process process = start.begin();
            PROGRAMS.add(process.toHandle());
            return process;
        });
    }

    static void ended(Process process) {
        PROGRAMS.remove(process.toHandle());
    }

    private static <T> T guarded(Beginning<T> beginning) throws IOException {
        LOCK.readLock().lock();
        try {
            if (begun) {
                throw new IOException("the build is being stopped");
            }
            return beginning.begin();
        } finally {
            LOCK.readLock().unlock();
        }
    }

    private static void run() {
        LOCK.writeLock().lock();
        begun = true;
        LOCK.writeLock().unlock();
        // Loops, not lambdas: after a usual end Maven has closed the jar, and no class can be loaded any more.
        for (ProcessHandle program : PROGRAMS) {
            ProcessTree.kill(program);
        }
        for (Runnable undo : UNFINISHED) {
            undo.run();
        }
    }
}
