/** Calls C functions whose types are known only at run time. */
module io.github.cffi4j.engine {
    requires transitive io.github.cffi4j;

    exports io.github.cffi4j.engine;
}
