package io.github.cffi4j.compiler.resolve;

/** The complex types that cross. */
public enum ComplexKind {
    FLOAT,
    DOUBLE
}
