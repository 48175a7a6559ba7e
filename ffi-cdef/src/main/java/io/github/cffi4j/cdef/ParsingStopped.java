package io.github.cffi4j.cdef;

/** Ends the parse: the text is over, or enough errors are known. */
final class ParsingStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParsingStopped() {
        super("stopped", null, false, false);
    }
}
