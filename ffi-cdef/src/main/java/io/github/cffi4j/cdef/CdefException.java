package io.github.cffi4j.cdef;

import java.util.List;
import java.util.stream.Collectors;

/** A cdef with errors; all that were found, in the order of the text. The message shows each with its line and caret. */
public class CdefException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public CdefException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** The errors, at least one. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
