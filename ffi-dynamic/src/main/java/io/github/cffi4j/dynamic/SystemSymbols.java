package io.github.cffi4j.dynamic;

import io.github.cffi4j.engine.NativeLibrary;

/** The functions and variables of a library that the system's loader opened. */
record SystemSymbols(NativeLibrary library) implements Symbols {
    @Override
    public long find(String name) {
        return library.find(name);
    }

    @Override
    public String path() {
        return library.name();
    }

    @Override
    public void close() {
        library.close();
    }
}
