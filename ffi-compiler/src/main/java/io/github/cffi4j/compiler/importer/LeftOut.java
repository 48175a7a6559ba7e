package io.github.cffi4j.compiler.importer;

/**
 * Something that is not imported.
 *
 * @param line a line to copy into the cdef by hand; empty for none
 */
record LeftOut(String name, String what, String reason, String line) {

    LeftOut(String name, String what, String reason) {
        this(name, what, reason, "");
    }
}
