package io.github.cffi4j.cdef;

/** Parses {@code extern "..."} before a declaration or a block of them, and recovers from broken declarations. */
final class LinkageParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final DeclarationParser declarations;
    private final DirectiveParser directives;

    LinkageParser(Grammar grammar, DirectiveParser directives) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.declarations = new DeclarationParser(grammar);
        this.directives = directives;
    }

    /** Parses declarations up to the end of the text, or to the closing brace of a block. */
    void parseAll(Declaration.Linkage linkage, boolean block) {
        directives.parseUpTo(tokens.position());
        while (!tokens.atEnd() && !(block && tokens.peek(0).is("}"))) {
            int before = tokens.position();
            try {
                parse(linkage);
            } catch (SyntaxError error) {
                grammar.diagnostics.error(error.diagnostic());
                recover(before);
            }
            directives.parseUpTo(tokens.position());
        }
    }

    private void recover(int before) {
        boolean stray = tokens.position() == before
                && (tokens.peek(0).kind() == Token.Kind.INVALID
                        || tokens.peek(0).is("}"));
        if (stray) {
            tokens.skip();
        } else if (!tokens.last().is(";") || tokens.position() == before) {
            tokens.skipDeclaration();
        }
    }

    private void parse(Declaration.Linkage linkage) {
        Token first = tokens.peek();
        if (tokens.accept(";")) {
            return;
        }
        if (first.is("extern") && tokens.peek(1).kind() == Token.Kind.STRING) {
            tokens.next();
            linked(first);
        } else if (Keyword.is(first, Keyword.Role.STATIC_ASSERTION)) {
            grammar.passStaticAssertion();
        } else if (first.is("{") || first.is("}")) {
            throw Grammar.error(
                    first.span(),
                    first.is("{") ? "a block without a declaration before it" : "this '}' closes nothing",
                    "remove it; a cdef holds declarations only");
        } else {
            declarations.parse(linkage, first);
        }
    }

    private void linked(Token first) {
        Declaration.Linkage linkage = linkage();
        Token open = tokens.peek();
        if (!tokens.accept("{")) {
            declarations.parse(linkage, first);
            return;
        }
        grammar.nesting.enter(open, 1);
        try {
            parseAll(linkage, true);
        } finally {
            grammar.nesting.leave(1);
        }
        grammar.close(open);
    }

    private static String withoutBlanks(CharSequence text) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && (c < '\t' || c > '\r')) {
                rest.append(c);
            }
        }
        return rest.toString();
    }

    private Declaration.Linkage linkage() {
        Span span = tokens.peek().span();
        StringBuilder spelt = new StringBuilder();
        while (tokens.peek().kind() == Token.Kind.STRING) {
            Token part = tokens.next();
            span = span.to(part.span());
            spelt.append(part.text(), 1, part.text().length() - 1);
        }
        return switch (withoutBlanks(spelt)) {
            case "C" -> Declaration.Linkage.C;
            case "Java", "Python" -> Declaration.Linkage.JAVA;
            case "Java+C", "Python+C", "C+Java", "C+Python" -> Declaration.Linkage.JAVA_AND_C;
            default ->
                throw Grammar.error(
                        span, "unknown linkage " + span.text(), "write extern \"C\", \"Java\" or \"Java+C\"");
        };
    }
}
