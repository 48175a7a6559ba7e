package io.github.cffi4j.benchmark.loader;

/** What is measured. */
enum Contender {
    /** Of a file that is there. */
    BARE("`System.load`"),
    CFFI4J("cffi4j"),
    NATIVE_LIB_LOADER("native-lib-loader"),
    JAVACPP("JavaCPP");

    private final String label;

    Contender(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
