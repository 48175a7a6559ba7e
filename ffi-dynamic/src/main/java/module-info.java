/** Calls C functions from a cdef that is read at run time. */
module io.github.cffi4j.dynamic {
    requires transitive io.github.cffi4j;
    requires transitive io.github.cffi4j.cdef;
    requires io.github.cffi4j.engine;
    requires static transitive org.jspecify;

    exports io.github.cffi4j.dynamic;
}
