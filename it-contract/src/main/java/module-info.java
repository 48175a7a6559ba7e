/** A library as others write them, and a program. */
module io.github.cffi4j.it.contract {
    requires transitive io.github.cffi4j;

    exports io.github.cffi4j.it.contract;
}
