package io.github.cffi4j.cdef;

import java.util.List;

/**
 * A preprocessor line. Directives may stand anywhere, so they are kept apart from the tokens of the declarations.
 *
 * @param tokens from the {@code #} to the end of the line, an END token last
 * @param position how many tokens of declarations stand before it
 */
record Directive(List<Token> tokens, int position) {

    /** From the {@code #} to the line's last token. */
    Span span() {
        return tokens.get(0)
                .span()
                .to(tokens.get(Math.max(0, tokens.size() - 2)).span());
    }
}
