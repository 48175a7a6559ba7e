package io.github.cffi4j.cdef;

import java.util.List;

/** A place in a list of tokens, moving forward. */
final class TokenStream {
    private final List<Token> tokens;
    private int index;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** How many tokens were taken. */
    int position() {
        return index;
    }

    /** The next token, which stays. An invalid one is a syntax error. */
    Token peek() {
        Token token = tokens.get(index);
        if (token.kind() == Token.Kind.INVALID) {
            throw new SyntaxError(token.problem().orElseThrow());
        }
        return token;
    }

    /** The token {@code ahead} places after the next one, valid or not. */
    Token peek(int ahead) {
        return tokens.get(Math.min(index + ahead, tokens.size() - 1));
    }

    /** The token taken last; the first one at the start. */
    Token last() {
        return tokens.get(Math.max(0, index - 1));
    }

    /** Takes the next token. */
    Token next() {
        Token token = peek();
        skip();
        return token;
    }

    boolean at(String spelling) {
        return peek().is(spelling);
    }

    boolean atEnd() {
        return tokens.get(index).isEnd();
    }

    /** Takes the next token if it is the one given. */
    boolean accept(String spelling) {
        boolean there = at(spelling);
        if (there) {
            skip();
        }
        return there;
    }

    /** Takes the next token, which must be the one given. */
    Token expect(String spelling, String where) {
        if (!at(spelling)) {
            throw unexpected("'" + spelling + "' " + where);
        }
        return next();
    }

    /** The error that something else was expected than the next token. */
    SyntaxError unexpected(String expected) {
        Token found = peek();
        return new SyntaxError(Diagnostic.of(
                found.span(),
                "expected " + expected + ", found " + found.described(),
                found.isEnd() ? "complete it" : "correct it, or remove " + found.described()));
    }

    /** Returns true if the next token stands on a later line than the one before it. */
    boolean atNewLine() {
        Span before = last().span();
        return atEnd() || before.source().lineStart(tokens.get(index).span().start()) >= before.end();
    }

    /** Passes the next token, valid or not. */
    void skip() {
        if (!atEnd()) {
            index++;
        }
    }

    /** Passes a bracket, what it holds and its partner; asks for nothing of what is inside. */
    void skipBalanced() {
        Token open = tokens.get(index);
        int depth = 0;
        do {
            Token token = tokens.get(index);
            if (token.is("{") || token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is("}") || token.is(")") || token.is("]")) {
                depth--;
            }
            skip();
        } while (depth > 0 && !atEnd());
        if (depth > 0) {
            throw new SyntaxError(neverClosed(open));
        }
    }

    /** The error that a bracket has no partner. */
    static Diagnostic neverClosed(Token open) {
        return Diagnostic.of(
                open.span(), "this " + open.described() + " is never closed", "close it with its counterpart");
    }

    /** Passes the rest of a broken declaration: to its {@code ;}, or to just before a <code>}</code> around it. */
    void skipDeclaration() {
        while (!atEnd() && !tokens.get(index).is("}")) {
            boolean block = tokens.get(index).is("{");
            if (block) {
                skipBlock();
            } else {
                skip();
            }
            if (last().is(";") || block && atNewLine()) {
                return;
            }
        }
    }

    /** Passes the rest of a function's definition of the old style: declarations of its parameters, then its body. */
    void skipOldDefinition(int parameters) {
        while (!atEnd() && !tokens.get(index).is(")")) {
            skip();
        }
        skip();
        for (int i = 0; i < parameters && !atEnd() && !tokens.get(index).is("{"); i++) {
            skipDeclaration();
        }
        if (!atEnd() && tokens.get(index).is("{")) {
            skipBlock();
        }
    }

    /** Passes the rest of a broken item of a list in braces, and the comma after it. */
    void skipListItem() {
        while (!atEnd() && !tokens.get(index).is("}")) {
            boolean comma = tokens.get(index).is(",");
            if (tokens.get(index).is("{")) {
                skipBlock();
            } else {
                skip();
            }
            if (comma) {
                return;
            }
        }
    }

    private void skipBlock() {
        int depth = 0;
        do {
            depth += tokens.get(index).is("{") ? 1 : tokens.get(index).is("}") ? -1 : 0;
            skip();
        } while (depth > 0 && !atEnd());
    }
}
