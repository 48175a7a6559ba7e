package io.github.cffi4j.compiler.compile;

/** How a library is linked. */
public enum LinkMode {
    /** Against the system's libraries alone; no run time has to be compiled first. */
    LEAN,
    /** With all of zig's run time, which zig compiles once per machine and target: seconds, for Windows minutes. */
    FULL
}
