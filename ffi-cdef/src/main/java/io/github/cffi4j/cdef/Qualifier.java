package io.github.cffi4j.cdef;

/** C's type qualifiers. They are kept for the generated C and have no effect at run time. */
public enum Qualifier {
    CONST("const"),
    VOLATILE("volatile"),
    RESTRICT("restrict");

    private final String keyword;

    Qualifier(String keyword) {
        this.keyword = keyword;
    }

    /** The C keyword. */
    public String keyword() {
        return keyword;
    }
}
