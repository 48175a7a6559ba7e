package io.github.cffi4j;

import io.github.cffi4j.memory.Segment;

/**
 * A pointer to a C function, or to a C function that runs Java code: what generated function types give for both.
 *
 * <p>A stub is good until its arena closes: giving it to C then throws {@link IllegalStateException}, and C that kept
 * it must not call it. What C gave is C's. Usable from any thread, but for a stub of {@link Arena#open}, which only that
 * arena's thread can give to C; any thread of C may call it.
 */
public abstract class FunctionPointer extends Pointer {
    protected FunctionPointer(Segment segment) {
        super(segment);
    }

    /** For generated code: the reason why Java does not call a C function that takes any number of arguments by its pointer. */
    protected static UnsupportedOperationException variadic(String type) {
        return new UnsupportedOperationException(
                type + " takes '...', which cannot be filled from a va_list: call it in a C function in the preamble");
    }
}
