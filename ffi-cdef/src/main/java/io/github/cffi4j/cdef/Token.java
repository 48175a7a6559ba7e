package io.github.cffi4j.cdef;

import java.util.Optional;

/**
 * A token of a cdef.
 *
 * @param problem why it is none, for {@link Kind#INVALID}
 */
record Token(Kind kind, String text, Span span, Optional<Diagnostic> problem) {

    static Token of(Kind kind, Span span) {
        return new Token(kind, span.text(), span, Optional.empty());
    }

    static Token end(Span span, String description) {
        return new Token(Kind.END, description, span, Optional.empty());
    }

    static Token invalid(Diagnostic problem) {
        return new Token(Kind.INVALID, problem.span().text(), problem.span(), Optional.of(problem));
    }

    /** Returns true if it is this name or punctuator. */
    boolean is(String spelling) {
        return (kind == Kind.NAME || kind == Kind.PUNCTUATOR) && text.equals(spelling);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isEnd() {
        return kind == Kind.END;
    }

    /** How messages name it. */
    String described() {
        return isEnd() ? text : "'" + text + "'";
    }

    /** The kind of a token. Keywords are names here: which of them mean something depends on the place. */
    enum Kind {
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
}
