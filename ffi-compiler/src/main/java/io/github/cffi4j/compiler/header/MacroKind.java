package io.github.cffi4j.compiler.header;

/** The meaning of a macro without parameters. */
public sealed interface MacroKind {

    /** An integer constant. */
    record Int() implements MacroKind {}

    /** A constant of another type; the type is as the compiler prints it. */
    record Typed(String type) implements MacroKind {}

    /** Another name of a function, whose type is given. */
    record Alias(String type) implements MacroKind {}

    /** Nothing that a cdef can have. The reason is for people. */
    record Other(String reason) implements MacroKind {}
}
