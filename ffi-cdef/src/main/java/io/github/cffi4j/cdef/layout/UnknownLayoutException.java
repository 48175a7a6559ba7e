package io.github.cffi4j.cdef.layout;

import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;

/** A type of which no rule tells the layout, because only a compiler that sees the headers knows it. */
public final class UnknownLayoutException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    UnknownLayoutException(Span span, String message, String fix) {
        super(message, null, false, false);
        this.diagnostic = Diagnostic.of(span, message, fix);
    }

    /** Returns the error: the unknown layout, its place in the cdef, and the fix. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
