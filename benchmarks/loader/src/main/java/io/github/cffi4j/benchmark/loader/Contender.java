package io.github.cffi4j.benchmark.loader;

/** What is measured. */
enum Contender {
    /** {@code System.load} of a file that is there. */
    BARE,
    CFFI4J,
    NATIVE_LIB_LOADER,
    JAVACPP
}
