package io.github.cffi4j.binding;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.memory.Segment;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What C's calls into Java share. Exceptions never reach C: it gets 0, or what the code has for it. For any thread. */
public final class Upcalls {
    private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

    private static final int LINK_KEY = 1;

    /** The key whose destructor detaches threads of C from the JVM; only for generated code. */
    private static final String KEY_PROPERTY = "cffi4j.thread.key";

    private Upcalls() {}

    /**
     * Takes what the code of a C function threw, unless it has handled that itself.
     *
     * @param code {@code null} if it was not to be had
     * @param again gives C what other code gives
     */
    public static <T> void failed(String function, T code, Throwable failure, Consumer<T> again) {
        report(function, AnsweredCode.answer(code, failure, again));
    }

    /**
     * Gives an exception that has no Java caller to the thread's handler, which prints it unless told otherwise. What the
     * handler throws is ignored, as it is by the JVM.
     */
    static void report(String function, AnsweredCode.Outcome outcome) {
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        if (outcome.failure().isPresent() && handler != null) {
            String got = outcome.answered() ? "its error value" : "0";
            try {
                handler.uncaughtException(
                        thread,
                        new IllegalStateException(
                                "from callback " + function + ", called by C, which gets " + got,
                                outcome.failure().get()));
            } catch (Throwable ignored) {
                return;
            }
        }
    }

    /**
     * What the glue asks for: that C can call a method by java.lang.foreign from now on, which does nothing where that is not
     * to be had; or the thread-local key that all libraries of this process share.
     *
     * @param lookup that of the generated class
     * @param what the glue's {@code FFI_LINK_ENTRY} or {@code FFI_LINK_KEY}
     * @param address of the glue's {@code struct ffi_entry}, or of the number of a key that may become the shared one
     */
    public static void link(Lookup lookup, int what, long address) {
        Segment asked = Segment.ofAddress(address);
        if (what == LINK_KEY) {
            shareKey(asked);
        } else {
            ForeignLinker.link(lookup, asked);
        }
    }

    /** The system's properties are what several copies of this runtime have in common. */
    private static void shareKey(Segment key) {
        if (key.getLong(0) < 0) {
            String shared = System.getProperty(KEY_PROPERTY);
            key.setLong(0, shared == null ? -1 : Long.parseLong(shared));
            return;
        }
        Object shared = System.getProperties().putIfAbsent(KEY_PROPERTY, Long.toString(key.getLong(0)));
        if (shared != null) {
            key.setLong(0, Long.parseLong(shared.toString()));
        }
    }

    /** Says once that C called a function to which nothing is attached. */
    public static void unattached(String function) {
        if (REPORTED.add(function)) {
            IllegalStateException failure = new IllegalStateException("no code is attached to " + function
                    + "; assign a lambda to the field of that name before C calls it");
            report(function, new AnsweredCode.Outcome(Optional.of(failure), false));
        }
    }

    /**
     * Copies a struct that a callback returns to where C wants it; nothing for {@code null}, which leaves zeros.
     *
     * @param values the call's values; the first is the address to copy to
     */
    public static void result(Segment values, Pointer result, long bytes) {
        if (result != null) {
            Segment target = Segment.ofAddress(values.getLong(0)).slice(0, bytes);
            byte[] copy = new byte[Math.toIntExact(bytes)];
            result.segment().slice(0, bytes).copyTo(copy, bytes);
            target.copyFrom(copy, bytes);
        }
    }
}
