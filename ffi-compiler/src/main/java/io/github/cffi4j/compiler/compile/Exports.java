package io.github.cffi4j.compiler.compile;

/** Which symbols a library offers to others. */
public enum Exports {
    /** The names that its sources mark, as other libraries do. */
    AS_COMPILED,
    /** The entries for Java, and those that its author names. */
    ENTRIES
}
