package io.github.cffi4j.dynamic;

import java.util.List;

/** Thrown if a Java interface and a cdef do not agree. It lists all mismatches, with the Java method and the cdef's line. */
public final class CdefMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> mismatches;

    CdefMismatchException(Class<?> type, List<String> mismatches) {
        super(type.getName() + " does not fit the cdef:\n  " + String.join("\n  ", mismatches));
        this.mismatches = List.copyOf(mismatches);
    }

    /** Returns the mismatches, in the order of the methods' names. */
    public List<String> mismatches() {
        return mismatches;
    }
}
