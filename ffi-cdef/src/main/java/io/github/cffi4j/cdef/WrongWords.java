package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Specifiers.Place;
import java.util.Optional;
import java.util.Set;

/** Explains words that cannot stand where a type must: unknown ones, and those of C and C++ that a cdef cannot use. */
final class WrongWords {
    private static final Set<String> CPLUSPLUS = Set.of(
            "class",
            "template",
            "namespace",
            "using",
            "public",
            "private",
            "protected",
            "virtual",
            "operator",
            "friend",
            "explicit",
            "typename",
            "mutable",
            "decltype",
            "export",
            "consteval",
            "constinit",
            "noexcept");

    private WrongWords() {}

    static boolean isCplusplus(Token token) {
        return token.isName() && CPLUSPLUS.contains(token.text());
    }

    static SyntaxError cplusplus(Token token) {
        return Grammar.error(
                token.span(),
                "'" + token.text() + "' is C++: a cdef holds C declarations",
                "wrap it in extern \"C\" functions in a .cpp file, and declare those");
    }

    static SyntaxError statement(Token token) {
        return Grammar.error(
                token.span(),
                "'" + token.text() + "' starts a statement: a cdef holds declarations only",
                "move the code into a C function beside the cdef");
    }

    static SyntaxError unsupported(Token token) {
        return Grammar.error(token.span(), "'" + token.text() + "' is not supported", fix(token.text()));
    }

    private static String fix(String word) {
        return switch (word) {
            case "_Atomic" -> "access it through C functions";
            case "constexpr" -> "write 'static const' instead";
            case "__int8" -> "write 'signed char' or 'int8_t' instead";
            case "__int16" -> "write 'short' or 'int16_t' instead";
            case "__int32" -> "write 'int' or 'int32_t' instead";
            case "__int64" -> "write 'long long' or 'int64_t' instead";
            case "__fastcall", "__vectorcall", "__thiscall" ->
                "wrap the function in a C function of the usual convention";
            case "typeof", "__typeof", "__typeof__", "__auto_type" ->
                "write the type itself, or 'typedef int... name;'";
            default -> "convert to and from a supported type in a C function beside the cdef";
        };
    }

    /** The possible meanings of an unknown word. */
    enum Meaning {
        TYPE,
        /** Something in front of a type, as libraries put in their headers. */
        MACRO,
        /** The name being declared. */
        NAME
    }

    /** Guesses what an unknown word was meant to be, from what follows it. */
    static Meaning meaning(Grammar grammar, Place place) {
        TokenStream tokens = grammar.tokens;
        Token word = tokens.peek();
        Token next = tokens.peek(1);
        if (isCplusplus(word) && (next.isName() || next.is("<") || next.is(":") || next.is("{"))) {
            throw cplusplus(word);
        }
        if (next.is("::")) {
            throw cplusplus(word);
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

    /** Explains a declaration that does not start with a type. */
    static SyntaxError missingType(TokenStream tokens, Place place) {
        Token token = tokens.peek();
        if (Keyword.is(token, Keyword.Role.STATEMENT) || Keyword.is(token, Keyword.Role.ASSEMBLER)) {
            return statement(token);
        }
        if (isCplusplus(token)) {
            return cplusplus(token);
        }
        if (token.isName() && Keyword.of(token).isEmpty()) {
            return tokens.peek(1).is("(") ? withoutResult(token) : withoutType(token);
        }
        if (token.is("~") && tokens.peek(1).isName()) {
            return cplusplus(token);
        }
        return switch (place) {
            case TOP_LEVEL -> tokens.unexpected("a declaration");
            case FIELD -> tokens.unexpected("a field or '}'");
            case PARAMETER -> tokens.unexpected("a parameter's type");
            case TYPE_NAME -> tokens.unexpected("a type");
        };
    }

    private static SyntaxError withoutResult(Token name) {
        return Grammar.error(
                name.span(),
                "'" + name.text() + "' has no result type",
                "write it, as in 'int " + name.text()
                        + "(...)'; if this is a macro: macros are not expanded in a cdef");
    }

    private static SyntaxError withoutType(Token name) {
        return Grammar.error(
                name.span(),
                "'" + name.text() + "' has no type",
                "write the type before it, as in 'int " + name.text() + "'");
    }
}
