package io.github.cffi4j.cdef;

/** What a token is. Keywords are names here: which of them mean something depends on the place. */
enum TokenKind {
    NAME,
    INTEGER,
    FLOATING,
    CHARACTER,
    STRING,
    PUNCTUATOR,
    /** Something that is no C token; the token carries the diagnostic. */
    INVALID,
    /** The end of the text, or of a directive's line. */
    END
}
