package io.github.cffi4j.benchmark.runtime;

import io.github.cffi4j.engine.Engine;
import io.github.cffi4j.engine.NativeLibrary;

/** The functions by their addresses, for a program of one call. */
final class EngineCalls {
    static final NativeLibrary LIBRARY = NativeLibrary.open(System.getProperty("benchmark.library"));
    private static final long ADD = LIBRARY.get("add");

    private EngineCalls() {}

    static int add(int a, int b) {
        return (int) Engine.call(ADD, a, b);
    }
}
