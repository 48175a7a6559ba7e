package io.github.cffi4j.cdef;

import java.util.Optional;

/** Parses initial values: a constant's is checked by the C compiler, a variable's is C's own affair. */
final class InitializerParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    InitializerParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Parses {@code = value}, if it is there. */
    Optional<Expression> parse(Token name, boolean constant) {
        if (!tokens.at("=")) {
            return Optional.empty();
        }
        Token sign = tokens.next();
        if (tokens.at("...")) {
            throw Grammar.error(
                    tokens.peek().span(),
                    "'= ...' is for enumerators only",
                    "leave it out: the C compiler tells the value");
        }
        Optional<Expression> value = Optional.empty();
        if (tokens.at("{")) {
            tokens.skipBalanced();
        } else {
            value = Optional.of(grammar.expressions.parse());
        }
        if (!constant || value.isEmpty()) {
            grammar.diagnostics.note(
                    sign.span().to(tokens.last().span()),
                    "the initial value of '" + name.text() + "' has no effect",
                    "C defines it; the value is read from there");
        }
        return constant ? value : Optional.empty();
    }

    void reject(String noun) {
        if (tokens.at("=")) {
            throw Grammar.error(tokens.peek().span(), "a " + noun + " has no initial value", "remove it");
        }
    }
}
