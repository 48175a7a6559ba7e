package io.github.cffi4j.cdef;

import java.util.Optional;

/** Guesses what an unknown word was meant to be, from what follows it. */
final class UnknownWord {

    /** What an unknown word may be. */
    enum Meaning {
        TYPE,
        /** Something in front of a type, as libraries put in their headers. */
        MACRO,
        /** The name being declared. */
        NAME
    }

    private UnknownWord() {}

    static Meaning meaning(Grammar grammar, Place place) {
        TokenStream tokens = grammar.tokens;
        Token word = tokens.peek();
        Token next = tokens.peek(1);
        if (UnsupportedWords.isCplusplus(word) && (next.isName() || next.is("<") || next.is(":") || next.is("{"))) {
            throw UnsupportedWords.cplusplus(word);
        }
        if (next.is("::")) {
            throw UnsupportedWords.cplusplus(word);
        }
        if (place == Place.PARAMETER && (next.is(",") || next.is(")") || next.is("[")) || place == Place.TYPE_NAME) {
            return Meaning.TYPE;
        }
        if (next.is("(")) {
            return tokens.peek(2).is("*") ? Meaning.TYPE : Meaning.NAME;
        }
        Optional<Keyword> keyword = Keyword.of(next);
        if (keyword.isPresent()) {
            return switch (keyword.get().role()) {
                case QUALIFIER, CONVENTION, NULLABILITY, GNU_ATTRIBUTE -> Meaning.TYPE;
                case STATEMENT, ASSEMBLER, STATIC_ASSERTION, SIZE -> Meaning.NAME;
                default -> Meaning.MACRO;
            };
        }
        if (next.isName() && grammar.typeNames.contains(next) && startsDeclarator(tokens.peek(2))) {
            return Meaning.MACRO;
        }
        return next.isName() || next.is("*") || next.is("&") || next.is("...") ? Meaning.TYPE : Meaning.NAME;
    }

    private static boolean startsDeclarator(Token token) {
        return token.isName() || token.is("*");
    }
}
