package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A view of a C struct or union: what generated struct classes extend. Reading and writing fields goes straight to native
 * memory. Ownership, errors and threads are as {@link Pointer} says.
 */
public abstract class Struct extends Pointer {
    protected Struct(Segment segment) {
        super(segment);
    }
}
