package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Set;

/**
 * A preprocessor line. Directives may stand anywhere, so they are kept apart from the tokens of the declarations.
 *
 * @param tokens from the {@code #} to the end of the line, an END token last
 * @param position how many tokens of declarations stand before it
 */
record Directive(List<Token> tokens, int position) {
    /** The directives that settle what a platform sees. */
    static final Set<String> CONDITIONS =
            Set.of("if", "ifdef", "ifndef", "elif", "elifdef", "elifndef", "else", "endif");

    /** The word after the {@code #}; empty if there is none. */
    String name() {
        return tokens.get(1).isEnd() ? "" : tokens.get(1).text();
    }

    boolean is(Set<String> names) {
        return names.contains(name());
    }

    /** What stands behind the word. */
    TokenStream arguments() {
        return new TokenStream(tokens.subList(Math.min(2, tokens.size() - 1), tokens.size()));
    }

    Directive at(int newPosition) {
        return new Directive(tokens, newPosition);
    }

    /** From the {@code #} to the line's last token. */
    Span span() {
        return tokens.get(0)
                .span()
                .to(tokens.get(Math.max(0, tokens.size() - 2)).span());
    }
}
