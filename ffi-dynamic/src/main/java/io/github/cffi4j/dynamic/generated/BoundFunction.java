package io.github.cffi4j.dynamic.generated;

import org.jspecify.annotations.Nullable;

/** A function or variable of a library, for the classes that are written for interfaces. */
public abstract class BoundFunction {
    /** For in-line mode only. */
    protected BoundFunction() {}

    /**
     * Returns the address of the function.
     *
     * @throws IllegalStateException if the library was closed
     * @throws UnsupportedOperationException if the library has no such function
     */
    public abstract long entry();

    /** Calls it with arguments as objects, and returns the result as one. */
    public abstract @Nullable Object call(@Nullable Object[] arguments);
}
