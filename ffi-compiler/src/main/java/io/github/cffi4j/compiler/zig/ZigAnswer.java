package io.github.cffi4j.compiler.zig;

/** The answer of a source of zig. */
sealed interface ZigAnswer {

    /** Here is one. */
    record Found(Zig zig) implements ZigAnswer {}

    /** There is none here, for this reason. */
    record Missing(String reason) implements ZigAnswer {}
}
