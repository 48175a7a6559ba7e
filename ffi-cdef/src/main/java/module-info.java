/** The cdef language: text to declarations with their places. */
module io.github.cffi4j.cdef {
    requires transitive io.github.cffi4j.platform;

    exports io.github.cffi4j.cdef;
    exports io.github.cffi4j.cdef.layout;
    exports io.github.cffi4j.cdef.model;
}
