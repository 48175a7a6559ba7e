package io.github.cffi4j.compiler.publish;

/** Which of a library's native jars come with a plain dependency on it. */
public enum Natives {
    /** The jars of all platforms; what is built on one machine runs on any. {@code -Dffi.platform} narrows them. */
    ALL,
    /** The jar of the machine that builds: smaller, but the result runs only on machines like it. */
    HOST,
    /** None: whoever uses the library names them. */
    NONE
}
