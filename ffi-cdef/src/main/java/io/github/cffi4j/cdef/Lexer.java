package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;

/** Turns the text of a cdef into tokens: drops blanks, comments and line markers, and sets directives apart. */
final class Lexer {
    private final SourceText source;
    private final TokenScanner scanner;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Directive> directives = new ArrayList<>();

    private Lexer(SourceText source) {
        this.source = source;
        this.scanner = new TokenScanner(source);
    }

    static LexedCdef lex(SourceText source) {
        Lexer lexer = new Lexer(source);
        lexer.run();
        return new LexedCdef(List.copyOf(lexer.tokens), List.copyOf(lexer.directives));
    }

    private void run() {
        String text = source.text();
        int at = 0;
        while (true) {
            int blankStart = at;
            at = scanner.skipBlanks(at, false);
            if (at == text.length()) {
                break;
            }
            if (text.charAt(at) == '#' && startsLine(blankStart, at)) {
                at = source.isLineMarker(at) ? lineEnd(at) : directive(at);
            } else {
                Token token = scanner.scan(at);
                tokens.add(token);
                at = scanner.end(token);
            }
        }
        tokens.add(Token.end(new Span(source, at, at), "the end of the cdef"));
    }

    /** A directive needs a line of its own, but blanks and comments may stand before it. */
    private boolean startsLine(int blankStart, int at) {
        return source.lineStart(at) >= blankStart;
    }

    private int directive(int start) {
        List<Token> line =
                new ArrayList<>(List.of(Token.of(Token.Kind.PUNCTUATOR, new Span(source, start, start + 1))));
        int at = scanner.skipBlanks(start + 1, true);
        while (at < source.text().length() && source.text().charAt(at) != '\n') {
            Token token = scanner.scan(at);
            line.add(token);
            at = scanner.skipBlanks(scanner.end(token), true);
        }
        int end = line.get(line.size() - 1).span().end();
        line.add(Token.end(new Span(source, end, end), "the end of the line"));
        directives.add(new Directive(List.copyOf(line), tokens.size()));
        return at;
    }

    private int lineEnd(int at) {
        int end = source.text().indexOf('\n', at);
        return end < 0 ? source.text().length() : end;
    }

    /** A cdef as tokens, an END token last, and the directives among them. */
    record LexedCdef(List<Token> tokens, List<Directive> directives) {}
}
