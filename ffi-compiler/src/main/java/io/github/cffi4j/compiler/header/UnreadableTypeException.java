package io.github.cffi4j.compiler.header;

/** A type is none that a cdef can have, such as a vector. The message is the type. */
public final class UnreadableTypeException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableTypeException(String type) {
        super(type);
    }
}
