package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import java.util.Optional;

/** What constant expressions ask of types; nothing where it is not known. */
public interface TypeFacts {

    /** The size in bytes. */
    Optional<Long> size(CType type);

    /** The alignment in bytes. */
    Optional<Long> alignment(CType type);

    /** Whether an integer type has a sign; nothing for types that are no integers. */
    Optional<Boolean> signed(CType type);

    /** The width of {@code long}. */
    int longBits();

    /** The width of a pointer. */
    int pointerBits();
}
