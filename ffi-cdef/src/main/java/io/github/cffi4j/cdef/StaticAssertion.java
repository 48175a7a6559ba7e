package io.github.cffi4j.cdef;

/** Passes {@code _Static_assert(...)}. */
final class StaticAssertion {

    private StaticAssertion() {}

    static void parse(Grammar grammar) {
        TokenStream tokens = grammar.tokens;
        Token keyword = tokens.next();
        if (!tokens.at("(")) {
            throw tokens.unexpected("'(' after '" + keyword.text() + "'");
        }
        tokens.skipBalanced();
        grammar.endDeclaration();
        grammar.diagnostics.note(
                keyword.span().to(tokens.last().span()),
                "'" + keyword.text() + "' has no effect",
                "put it into the .c file beside the cdef, where the C compiler checks it");
    }
}
