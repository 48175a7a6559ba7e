package io.github.cffi4j.cdef;

/** The three kinds of tagged types. */
public enum TagKind {
    STRUCT("struct"),
    UNION("union"),
    ENUM("enum");

    private final String keyword;

    TagKind(String keyword) {
        this.keyword = keyword;
    }

    /** The C keyword. */
    public String keyword() {
        return keyword;
    }
}
