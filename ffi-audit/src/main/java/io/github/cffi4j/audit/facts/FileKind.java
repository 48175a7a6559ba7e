package io.github.cffi4j.audit.facts;

/** What a file of an object format is for. */
public enum FileKind {
    LIBRARY,
    PROGRAM,
    /** Compiled and not linked, or anything else. */
    OTHER
}
