package io.github.cffi4j.dynamic;

/** Finds the functions and variables of a library that is loaded. Any thread may use it. */
public interface Symbols extends AutoCloseable {
    /** Returns the address of a function or variable, 0 if there is none of that name. */
    long find(String name);

    /** Returns the name or path of the library, for messages. */
    String path();

    /** Releases the library. */
    @Override
    void close();
}
