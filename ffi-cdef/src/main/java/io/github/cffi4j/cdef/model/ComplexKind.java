package io.github.cffi4j.cdef.model;

/** The complex types that cross. */
public enum ComplexKind {
    FLOAT,
    DOUBLE
}
