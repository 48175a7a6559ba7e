package io.github.cffi4j.cdef;

import java.util.List;

/** A cdef has more declarations than can be bound together. None of them is wrong: its author has to choose. */
public final class TooLargeException extends CdefException {
    private static final long serialVersionUID = 1L;

    /**
     * @param first the first that is too many
     */
    public TooLargeException(Diagnostic first) {
        super(List.of(first));
    }
}
