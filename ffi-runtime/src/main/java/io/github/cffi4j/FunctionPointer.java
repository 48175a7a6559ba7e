package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A pointer to a C function, or to a C function that runs Java code: what generated function types give for both.
 *
 * <p>A stub's address is good until its arena closes; C must not call it later. Usable from any thread.
 */
public abstract class FunctionPointer extends Pointer {
    protected FunctionPointer(Segment segment) {
        super(segment);
    }
}
