package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import java.util.Optional;

/** The facts about types that constant expressions need; nothing where a fact is not known. */
public interface TypeFacts {

    /** The size in bytes. */
    Optional<Long> size(CType type);

    /** The alignment in bytes. */
    Optional<Long> alignment(CType type);

    /** Returns true for an integer type with a sign; nothing for types that are no integers. */
    Optional<Boolean> signed(CType type);

    /** The width of {@code long}. */
    int longBits();

    /** The width of a pointer. */
    int pointerBits();
}
