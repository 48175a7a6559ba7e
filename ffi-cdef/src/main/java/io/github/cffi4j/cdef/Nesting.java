package io.github.cffi4j.cdef;

/** Bounds how deep a cdef may nest, so that neither the parser nor what walks its result runs out of stack. */
final class Nesting {
    /** Levels of parentheses, bodies, pointers and array dimensions together. */
    static final int DEEPEST = 200;

    /** Operators in one expression; in a row, each makes its tree one level deeper. */
    static final int MOST_OPERATORS = 1000;

    /** Attributes of one declaration that change its layout; each field of it has them all. */
    static final int MOST_LAYOUTS = 100;

    private int depth;

    /** Begins a part that is some levels deeper; {@link #leave} ends it. */
    void enter(Token at, int levels) {
        if (depth + levels > DEEPEST) {
            throw tooDeep(at.span());
        }
        depth += levels;
    }

    /** Ends what {@link #enter} began, with an error as well. */
    void leave(int levels) {
        depth -= levels;
    }

    /** The error that an expression has too many operators. */
    static SyntaxError tooLong(Span span) {
        return new SyntaxError(Diagnostic.of(
                span,
                "more than " + MOST_OPERATORS + " operators in one expression",
                "name parts of it with '#define'"));
    }

    static SyntaxError tooManyLayouts(Span span) {
        return new SyntaxError(Diagnostic.of(
                span, "more than " + MOST_LAYOUTS + " attributes of one declaration", "write each of them once"));
    }

    static SyntaxError tooDeep(Span span) {
        return new SyntaxError(Diagnostic.of(
                span,
                "nested more than " + DEEPEST + " levels deep",
                "name the inner parts with a typedef or #define"));
    }
}
