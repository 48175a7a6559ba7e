package io.github.cffi4j.compiler.emit.crossing;

/** What Java passes for a pointer: each form is a method of its own. */
public enum Form {
    POINTERS,
    /** Strings where C takes text. */
    STRINGS,
    /** Bytes of Java's where C takes bytes, and strings where it takes text. */
    BYTES,
    /** Arrays where C takes numbers. */
    ARRAYS
}
