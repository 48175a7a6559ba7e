package io.github.cffi4j.cdef;

import io.github.cffi4j.cdef.Specifiers.Place;

/** The parsers over one stream of tokens, which need each other, and what they share. */
final class Grammar {
    final TokenStream tokens;
    final Diagnostics diagnostics;
    final TypeNames typeNames;
    final DeclarationList declarations;
    final Nesting nesting = new Nesting();
    final Packing packing = new Packing();
    final AttributeParser attributes;
    final ExpressionParser expressions;
    final SpecifierParser specifiers;
    final DeclaratorParser declarators;
    final ParameterParser parameters;
    final CompositeParser composites;

    Grammar(TokenStream tokens, Diagnostics diagnostics, TypeNames typeNames, DeclarationList declarations) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        this.typeNames = typeNames;
        this.declarations = declarations;
        this.attributes = new AttributeParser(this);
        this.expressions = new ExpressionParser(this);
        this.specifiers = new SpecifierParser(this);
        this.declarators = new DeclaratorParser(this);
        this.parameters = new ParameterParser(this);
        this.composites = new CompositeParser(this);
    }

    /** The same grammar over the tokens of a directive. */
    Grammar over(TokenStream directive) {
        return new Grammar(directive, diagnostics, typeNames, declarations);
    }

    /** Returns true if a type's name starts at a token. */
    boolean startsType(Token token) {
        return typeNames.contains(token)
                || Keyword.of(token).isPresent() && Keyword.of(token).get().startsType();
    }

    /** A type as casts and {@code sizeof} name it. */
    CType typeName() {
        Specifiers specifiers = this.specifiers.parse(Place.TYPE_NAME);
        return declarators.parse(Place.TYPE_NAME).type(specifiers.type(), specifiers.convention());
    }

    /** Returns true if a declaration ends after its specifiers: at {@code ;}, or where it was forgotten after a body. */
    boolean endsWithoutDeclarator(Specifiers specifiers) {
        Token next = tokens.peek();
        return next.is(";")
                || next.is("}")
                || specifiers.definition().isPresent()
                        && (next.isEnd() || tokens.atNewLine() && Keyword.startsDeclaration(next));
    }

    /** Takes the {@code ;} of a declaration; one forgotten at the end of a line is reported and taken for granted. */
    void endDeclaration() {
        if (tokens.accept(";")) {
            return;
        }
        if (tokens.atNewLine() || tokens.at("}")) {
            Span last = tokens.last().span();
            Span gap = new Span(last.source(), last.end(), last.end());
            diagnostics.error(gap, "missing ';' after " + tokens.last().described(), "end the declaration with ';'");
            return;
        }
        throw tokens.unexpected("';' or ',' after " + tokens.last().described());
    }

    /** Passes {@code _Static_assert(...)}. */
    void passStaticAssertion() {
        Token keyword = tokens.next();
        if (!tokens.at("(")) {
            throw tokens.unexpected("'(' after '" + keyword.text() + "'");
        }
        tokens.skipBalanced();
        endDeclaration();
        diagnostics.note(
                keyword.span().to(tokens.last().span()),
                "'" + keyword.text() + "' has no effect",
                "put it into the .c file beside the cdef, where the C compiler checks it");
    }

    /** Passes {@code _Nonnull} and the like. */
    void passNullability() {
        Token token = tokens.next();
        diagnostics.note(token.span(), "'" + token.text() + "' has no effect", "null is passed to C as it is");
    }

    /** Takes the brace that closes {@code open}. Without it nothing more can be said about the text. */
    void close(Token open) {
        if (tokens.atEnd()) {
            diagnostics.error(TokenStream.neverClosed(open));
            throw new Diagnostics.ParsingStopped();
        }
        tokens.expect("}", "to close the '{'");
    }

    static SyntaxError error(Span span, String message, String fix) {
        return new SyntaxError(Diagnostic.of(span, message, fix));
    }
}
