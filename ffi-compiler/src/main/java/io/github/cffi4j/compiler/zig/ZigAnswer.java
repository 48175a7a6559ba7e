package io.github.cffi4j.compiler.zig;

/** What a source of zig has to say. */
sealed interface ZigAnswer {

    /** Here is one. */
    record Found(Zig zig) implements ZigAnswer {}

    /** There is none here, for this reason. */
    record Missing(String reason) implements ZigAnswer {}
}
