package io.github.cffi4j.it.contract;

import java.util.ArrayList;
import java.util.List;

/** What goes to the current thread's handler of exceptions that nobody catches. */
final class UncaughtExceptions {
    private UncaughtExceptions() {}

    /** The messages of what it gets during some work, each with that of its cause. */
    static List<String> during(Runnable work) {
        List<String> reported = new ArrayList<>();
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((t, failure) ->
                reported.add(failure.getMessage() + ": " + failure.getCause().getMessage()));
        try {
            work.run();
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }
        return reported;
    }
}
