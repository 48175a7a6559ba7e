package io.github.cffi4j.compiler.publish;

/** Which of a library's native jars come with a plain dependency on it. */
public enum Natives {
    /** Those of all platforms; what is built on one machine runs on any. {@code -Dffi.platform} narrows them. */
    ALL,
    /** That of the machine that builds; smaller, and what is built there runs only on its like. */
    HOST,
    /** None: whoever uses the library names them. */
    NONE
}
