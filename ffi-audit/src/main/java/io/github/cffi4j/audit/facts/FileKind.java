package io.github.cffi4j.audit.facts;

/** The purpose of a file in an object format. */
public enum FileKind {
    LIBRARY,
    PROGRAM,
    /** Compiled and not linked, or anything else. */
    OTHER
}
