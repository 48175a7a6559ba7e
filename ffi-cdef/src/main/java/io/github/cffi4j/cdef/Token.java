package io.github.cffi4j.cdef;

import java.util.Optional;

/**
 * A token of a cdef.
 *
 * @param problem why it is none, for {@link TokenKind#INVALID}
 */
record Token(TokenKind kind, String text, Span span, Optional<Diagnostic> problem) {

    static Token of(TokenKind kind, Span span) {
        return new Token(kind, span.text(), span, Optional.empty());
    }

    static Token end(Span span, String description) {
        return new Token(TokenKind.END, description, span, Optional.empty());
    }

    static Token invalid(Diagnostic problem) {
        return new Token(TokenKind.INVALID, problem.span().text(), problem.span(), Optional.of(problem));
    }

    /** Whether it is this name or punctuator. */
    boolean is(String spelling) {
        return (kind == TokenKind.NAME || kind == TokenKind.PUNCTUATOR) && text.equals(spelling);
    }

    boolean isName() {
        return kind == TokenKind.NAME;
    }

    boolean isEnd() {
        return kind == TokenKind.END;
    }

    /** How messages name it. */
    String described() {
        return isEnd() ? text : "'" + text + "'";
    }
}
