package io.github.cffi4j.dynamic;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Java code that C calls by a function pointer. As an argument of a call, it lives until the call returns; {@link
 * Library#callback} makes functions that live longer.
 */
@FunctionalInterface
public interface Callback {
    /**
     * Runs when C calls.
     *
     * @param arguments of the types that {@link Library#call} returns; a pointer may be gone when this returns, a struct is a
     *     copy
     * @return what C gets; not looked at if the function has no result
     * @throws Exception anything; it does not reach C
     */
    @Nullable Object call(Object[] arguments) throws Exception;

    /** Returns a lambda as a callback: a parameter of type {@code Object}, as of {@link Library#call}, does not tell its type. */
    static Callback of(Callback code) {
        return code;
    }

    /**
     * Returns code that gives C another answer if it throws.
     *
     * @param answer takes the exception, and returns what C gets
     */
    static Callback onError(Function<? super Throwable, ?> answer, Callback code) {
        return arguments -> {
            try {
                return code.call(arguments);
            } catch (Throwable failure) {
                return answer.apply(failure);
            }
        };
    }
}
