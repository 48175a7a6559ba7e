package io.github.cffi4j.engine;

/** Java code that C calls. */
@FunctionalInterface
public interface Callback {
    /**
     * Runs when C calls.
     *
     * @param arguments valid until this returns; without a result, C gets 0
     * @throws Throwable anything; it does not reach C
     */
    void call(Arguments arguments) throws Throwable;

    /** Returns the name of its type, for messages. */
    default String name() {
        return "callback";
    }
}
