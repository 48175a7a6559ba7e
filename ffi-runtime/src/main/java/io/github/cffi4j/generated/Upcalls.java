package io.github.cffi4j.generated;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.internal.memory.Retention;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What C's calls into Java share. Exceptions never reach C: it gets 0, or what the code has for it. For any thread. */
public final class Upcalls {
    private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

    private static final int LINK_KEY = 1;
    private static final int LINK_FOR_GOOD = 2;

    /** The key whose destructor detaches threads of C from the JVM; only for generated code. */
    private static final String KEY_PROPERTY = "cffi4j.thread.key";

    private Upcalls() {}

    /**
     * Whether code is attached to a function that C called; says once if none is.
     *
     * @param calls 1 if it was called in vain before, since no stack was left; negative if there is too little now
     * @param code {@code null} if none is attached
     * @throws StackOverflowError if there is too little stack
     */
    public static boolean attached(String function, int calls, @Nullable Object code) {
        if (code == null) {
            unattached(function);
        } else if (calls < 0) {
            throw noStack(function);
        } else if (calls > 0) {
            report(function, noStack(function), false);
        }
        return code != null;
    }

    /**
     * Takes what the code of a C function threw: for the thread's handler. Throws nothing.
     *
     * @param code {@code null} if it was not to be had
     * @return whether the code has an answer for C instead, which {@link #answer} gives
     */
    public static boolean failed(String function, @Nullable Object code, Throwable failure) {
        if (code instanceof AnsweredCode<?>) {
            return true;
        }
        report(function, failure, false);
        return false;
    }

    /**
     * Gives C the answer of code that threw.
     *
     * @param again gives C what other code gives
     */
    public static <T> void answer(String function, T code, Throwable failure, Consumer<T> again) {
        report(function, AnsweredCode.answer(code, failure, again));
    }

    static void report(String function, AnsweredCode.Outcome outcome) {
        if (outcome.failure().isPresent()) {
            report(function, outcome.failure().get(), outcome.answered());
        }
    }

    /**
     * Gives an exception that has no Java caller to the thread's handler, which prints it unless told otherwise. What the
     * handler throws is ignored, as it is by the JVM.
     *
     * @param answered whether C gets an answer of the code's own
     */
    static void report(String function, Throwable failure, boolean answered) {
        try {
            Thread thread = Thread.currentThread();
            Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
            if (handler != null) {
                String got = answered ? "its error value" : "0";
                handler.uncaughtException(
                        thread,
                        new IllegalStateException(
                                "from callback " + function + ", called by C, which gets " + got, failure));
            }
        } catch (Throwable ignored) {
            return;
        }
    }

    /** What Java code is refused with where it would end the JVM. */
    static StackOverflowError noStack(String function) {
        return new StackOverflowError(
                "C called " + function + " when its thread had too little stack left to run Java code");
    }

    /** Throws what it is given, checked or not: languages other than Java have no checked exceptions. */
    @SuppressWarnings("unchecked") // Erased: nothing is cast.
    static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /**
     * What the glue asks for: that C can call a method by java.lang.foreign from now on, which does nothing where that is not
     * to be had; the thread-local key that all libraries of this process share; or whether the class stays as long as the JVM.
     *
     * @param lookup that of the generated class
     * @param what the glue's {@code FFI_LINK_ENTRY}, {@code FFI_LINK_KEY} or {@code FFI_LINK_FOR_GOOD}
     * @param address of the glue's {@code struct ffi_entry}, of the number of a key that may become the shared one, or of the
     *     answer: 1 if the class stays
     */
    public static void link(Lookup lookup, int what, long address) {
        Segment asked = Segment.ofAddress(address);
        if (what == LINK_KEY) {
            shareKey(asked);
        } else if (what == LINK_FOR_GOOD) {
            asked.setLong(0, Retention.forGood(lookup.lookupClass()) ? 1 : 0);
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

    private static void unattached(String function) {
        if (REPORTED.add(function)) {
            IllegalStateException failure = new IllegalStateException("no code is attached to " + function
                    + "; assign a lambda to the field of that name before C calls it");
            report(function, failure, false);
        }
    }

    /**
     * Copies a struct that a callback returns to where C wants it; nothing for {@code null}, which leaves zeros.
     *
     * @param values the call's values; the first is the address to copy to
     */
    public static void result(Segment values, @Nullable Pointer result, long bytes) {
        if (result != null) {
            Segment target = Segment.ofAddress(values.getLong(0)).slice(0, bytes);
            byte[] copy = new byte[Math.toIntExact(bytes)];
            result.segment().slice(0, bytes).copyTo(copy, bytes);
            target.copyFrom(copy, bytes);
        }
    }
}
