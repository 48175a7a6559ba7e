package io.github.cffi4j.compiler.importer;

/** A header cannot be imported, or a cdef is no longer in step with it. The message says what to do. */
public final class ImportException extends Exception {
    private static final long serialVersionUID = 1L;

    ImportException(String message) {
        super(message);
    }
}
