package io.github.cffi4j.cdef;

import java.util.function.Supplier;

/** Bounds how deep a cdef may nest, so that neither the parser nor what walks its result runs out of stack. */
final class Nesting {
    /** Levels of parentheses, bodies, pointers and array dimensions together. */
    static final int DEEPEST = 200;

    /** Operators in a row; each makes the expression's tree one level deeper. */
    static final int LONGEST_CHAIN = 500;

    private int depth;

    /** Parses a part one level deeper. */
    <T> T within(Token at, Supplier<T> part) {
        if (depth == DEEPEST) {
            throw tooDeep(at.span());
        }
        depth++;
        try {
            return part.get();
        } finally {
            depth--;
        }
    }

    static SyntaxError tooDeep(Span span) {
        return new SyntaxError(Diagnostic.of(
                span,
                "nested more than " + DEEPEST + " levels deep",
                "name the inner parts with a typedef or #define"));
    }
}
