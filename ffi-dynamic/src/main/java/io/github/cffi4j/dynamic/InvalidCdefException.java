package io.github.cffi4j.dynamic;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import java.util.List;

/** Thrown if a cdef has errors. The message shows each with its line and caret, and how to fix it. */
public final class InvalidCdefException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    InvalidCdefException(CdefException errors) {
        super(errors.getMessage());
        this.diagnostics = errors.diagnostics();
    }

    InvalidCdefException(List<Diagnostic> errors) {
        this(new CdefException(errors));
    }

    InvalidCdefException(Span place, String message, String fix) {
        this(List.of(Diagnostic.of(place, message, fix)));
    }

    /** Returns the errors, in the order of the text. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
