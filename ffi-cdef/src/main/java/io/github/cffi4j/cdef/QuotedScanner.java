package io.github.cffi4j.cdef;

/** Reads character and string literals. */
final class QuotedScanner {
    private final SourceText source;
    private final String text;

    QuotedScanner(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /**
     * Reads a literal.
     *
     * @param start where it starts, with its prefix
     * @param open where its opening quote stands
     */
    Token scan(int start, int open) {
        char quote = text.charAt(open);
        String noun = quote == '"' ? "string" : "character";
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? Math.max(2, BlankScanner.continuationEnd(text, at) - at) : 1;
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            Span span = new Span(source, start, Math.min(at, text.length()));
            return Token.invalid(Diagnostic.of(span, "this " + noun + " does not end", "close it with " + quote));
        }
        Span span = new Span(source, start, at + 1);
        return quote == '"' ? Token.of(TokenKind.STRING, span) : character(span, text.substring(open + 1, at));
    }

    private static boolean isOneCharacter(String content) {
        if (content.charAt(0) != '\\') {
            return content.codePointCount(0, content.length()) == 1;
        }
        int digits = content.length() - 2;
        if (digits < 0) {
            return false;
        }
        char escape = content.charAt(1);
        if (NumberLiterals.digitsEnd(content, 1, 8) == content.length()) {
            return digits < 3;
        }
        if (digits == 0) {
            return "abefnrtv\\'\"?".indexOf(escape) >= 0;
        }
        return NumberLiterals.digitsEnd(content, 2, 16) == content.length()
                && (escape == 'x' && digits <= 8 || escape == 'u' && digits == 4 || escape == 'U' && digits == 8);
    }

    private static Token character(Span span, String content) {
        if (content.isEmpty()) {
            return Token.invalid(
                    Diagnostic.of(span, "this character is empty", "put one character between the quotes"));
        }
        return isOneCharacter(content)
                ? Token.of(TokenKind.CHARACTER, span)
                : Token.invalid(Diagnostic.of(
                        span,
                        "not one character, nor one escape that C knows",
                        "write it as in C: 'a', '\\n', '\\x41', '\\0'"));
    }
}
