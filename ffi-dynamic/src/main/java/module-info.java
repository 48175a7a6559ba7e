/** Calls C functions from a cdef that is read at run time. */
module io.github.cffi4j.dynamic {
    requires transitive io.github.cffi4j;
    requires transitive io.github.cffi4j.cdef;
    // The classes that are written for interfaces call it, in the module of the interface.
    requires transitive io.github.cffi4j.engine;
    // Only for compilers and checkers of programs that have it.
    requires static org.jspecify;

    exports io.github.cffi4j.dynamic;
    exports io.github.cffi4j.dynamic.generated;
}
