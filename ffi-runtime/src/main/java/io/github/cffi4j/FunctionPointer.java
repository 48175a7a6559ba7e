package io.github.cffi4j;

/**
 * A pointer to a C function, or to a C function that runs Java code (a stub). Generated function pointer types return
 * both.
 *
 * <p>A stub is valid until its arena closes. After that, passing it to C throws {@link IllegalStateException}, and C
 * must not call it if it kept the pointer. A pointer from C is valid as long as C says. Any thread may use it, with one
 * exception: only the arena's thread may pass a stub of {@link Arena#open} to C. Any thread of C may call the stub.
 */
public abstract class FunctionPointer extends Pointer {
    protected FunctionPointer(Segment segment) {
        super(segment);
    }

    /** For generated code: returns the error for a call from Java to a variadic function by its pointer. */
    protected static UnsupportedOperationException variadic(String type) {
        return new UnsupportedOperationException(
                type + " takes '...', which cannot be filled from a va_list: call it in a C function in the preamble");
    }
}
