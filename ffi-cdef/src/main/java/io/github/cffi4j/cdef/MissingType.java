package io.github.cffi4j.cdef;

/** Explains a declaration that does not start with a type. */
final class MissingType {

    private MissingType() {}

    static SyntaxError error(TokenStream tokens, Place place) {
        Token token = tokens.peek();
        if (Keyword.is(token, Keyword.Role.STATEMENT) || Keyword.is(token, Keyword.Role.ASSEMBLER)) {
            return UnsupportedWords.statement(token);
        }
        if (UnsupportedWords.isCplusplus(token)) {
            return UnsupportedWords.cplusplus(token);
        }
        if (token.isName() && Keyword.of(token).isEmpty()) {
            return tokens.peek(1).is("(") ? withoutResult(token) : withoutType(token);
        }
        if (token.is("~") && tokens.peek(1).isName()) {
            return UnsupportedWords.cplusplus(token);
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
