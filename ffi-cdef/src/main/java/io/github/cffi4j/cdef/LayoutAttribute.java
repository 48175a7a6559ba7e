package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an attribute that changes a layout asks for. Declarations carry these attributes as C text, which is all that a
 * compiler needs; this is for those who lay out types themselves.
 *
 * @param packed whether it is {@code packed}
 * @param alignment what {@code aligned} asks for, in bytes; nothing for the greatest there is, or if it is {@code packed}
 */
public record LayoutAttribute(boolean packed, Optional<Expression> alignment) {

    /**
     * Parses an attribute as {@link Declaration.Composite#layout()} and {@link Declaration.Field#layout()} have it.
     *
     * @param typedefs the names of types that are no keywords
     * @throws CdefException if what it asks for is not a constant expression or a type
     */
    public static LayoutAttribute parse(String text, Set<String> typedefs) throws CdefException {
        Lexer.LexedCdef lexed = Lexer.lex(new SourceText("attribute", text));
        TypeNames names = new TypeNames();
        for (Token token : lexed.tokens()) {
            if (typedefs.contains(token.text())) {
                names.declare(token.text());
            }
        }
        Diagnostics diagnostics = new Diagnostics();
        TokenStream tokens = new TokenStream(lexed.tokens());
        Grammar grammar =
                new Grammar(tokens, diagnostics, names, new DeclarationList(new DeclarationList.AnonymousTags("")));
        try {
            LayoutAttribute attribute = parse(grammar);
            if (diagnostics.errors().isEmpty()) {
                return attribute;
            }
            throw new CdefException(diagnostics.errors());
        } catch (SyntaxError error) {
            throw new CdefException(List.of(error.diagnostic()));
        }
    }

    private static LayoutAttribute parse(Grammar grammar) {
        TokenStream tokens = grammar.tokens;
        Token word = tokens.next();
        if (Keyword.is(word, Keyword.Role.GNU_ATTRIBUTE)) {
            tokens.expect("(", "after '" + word.text() + "'");
            tokens.expect("(", "after '" + word.text() + "('");
            Token name = tokens.next();
            if (!tokens.at("(")) {
                boolean packed = name.text().equals("packed") || name.text().equals("__packed__");
                return new LayoutAttribute(packed, Optional.empty());
            }
        }
        tokens.expect("(", "before an alignment");
        Token first = tokens.peek();
        if (!grammar.startsType(first)) {
            return new LayoutAttribute(false, Optional.of(grammar.expressions.parse()));
        }
        CType type = grammar.typeName();
        Span span = first.span().to(tokens.last().span());
        return new LayoutAttribute(false, Optional.of(new Expression.SizeOfType("_Alignof", type, span)));
    }
}
