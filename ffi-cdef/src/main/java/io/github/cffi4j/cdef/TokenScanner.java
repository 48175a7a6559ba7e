package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the one token that starts at an offset, or passes the blanks, comments and line continuations there. */
final class TokenScanner {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<String> LONG_PUNCTUATORS =
            List.of("...", "::", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "##");
    private static final String PUNCTUATORS = "[](){};,:=+-*/%<>&|^~!?.#";
    private static final Set<String> LITERAL_PREFIXES = Set.of("L", "u", "U", "u8");

    private final SourceText source;
    private final String text;

    TokenScanner(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /** Reads the token at {@code at}, where neither a blank nor the end is. */
    Token scan(int at) {
        int c = text.codePointAt(at);
        if (isWordStart(c)) {
            int end = wordEnd(at);
            return end < text.length()
                            && isQuote(text.charAt(end))
                            && LITERAL_PREFIXES.contains(text.substring(at, end))
                    ? Literals.quoted(source, at, end)
                    : Token.of(Token.Kind.NAME, span(at, end));
        }
        if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            return Literals.number(span(at, numberEnd(at)));
        }
        if (isQuote(c)) {
            return Literals.quoted(source, at, at);
        }
        if (text.startsWith("/*", at)) {
            return Token.invalid(Diagnostic.of(span(at, at + 2), "this comment does not end", "close it with '*/'"));
        }
        return punctuator(at);
    }

    /** The offset just past a token: the end of the text for what does not end, such as an open comment. */
    int end(Token token) {
        return token.kind() == Token.Kind.INVALID && token.text().equals("/*")
                ? text.length()
                : token.span().end();
    }

    private Token punctuator(int at) {
        boolean first = isPunctuator(at);
        if (first && isPunctuator(at + 1)) {
            for (String candidate : LONG_PUNCTUATORS) {
                if (text.startsWith(candidate, at)) {
                    return Token.of(Token.Kind.PUNCTUATOR, span(at, at + candidate.length()));
                }
            }
        }
        return first ? Token.of(Token.Kind.PUNCTUATOR, span(at, at + 1)) : Token.invalid(strangeCharacters(at));
    }

    private boolean isPunctuator(int at) {
        return at < text.length() && PUNCTUATORS.indexOf(text.charAt(at)) >= 0;
    }

    private Diagnostic strangeCharacters(int at) {
        if (splitsWord(text, at)) {
            Span span = span(at, continuationEnd(text, at));
            return Diagnostic.of(span, "this '\\' splits a word over two lines", "write the word on one line");
        }
        int codePoint = text.codePointAt(at);
        String name = codePoint > ' ' && codePoint < 0x7F
                ? "'" + (char) codePoint + "'"
                : String.format(Locale.ROOT, "character U+%04X", codePoint);
        int end = at + Character.charCount(codePoint);
        while (end < text.length() && isStrange(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return Diagnostic.of(span(at, end), "unexpected " + name, "remove it; C knows it in comments and strings only");
    }

    private static boolean isStrange(int c) {
        return c >= 0x7F && !isWordPart(c) || c < ' ' && !Character.isWhitespace(c);
    }

    private int wordEnd(int at) {
        int end = at;
        while (end < text.length() && isWordPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** C's preprocessing number: digits, letters, dots, and a sign after an exponent's letter. */
    private int numberEnd(int at) {
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean exponentSign = (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(end - 1)) >= 0;
            boolean separator = c == '\'' && end + 1 < text.length() && isWordPart(text.charAt(end + 1));
            boolean dots = text.startsWith("...", end);
            if (dots || !(isWordPart(c) || c == '.' || exponentSign && !isHexadecimalInteger(at, end) || separator)) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Returns true if {@code 0x1E+1} stands here: C insists on reading a strange number there, people mean a sum. */
    private boolean isHexadecimalInteger(int start, int end) {
        return text.regionMatches(true, start, "0x", 0, 2) && "eE".indexOf(text.charAt(end - 1)) >= 0;
    }

    private Span span(int start, int end) {
        return new Span(source, start, end);
    }

    /** Names are those that clang takes: C's letters and digits, {@code $}, and Unicode's letters and digits. */
    static boolean isWordPart(int c) {
        return isWordStart(c)
                || isDigit(c)
                || c >= 0x80 && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    private static boolean isWordStart(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c == '$'
                || c >= 0x80 && Character.isUnicodeIdentifierStart(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isQuote(int c) {
        return c == '"' || c == '\'';
    }

    /**
     * The offset of the first character from {@code at} on that is no blank. A comment that does not end is left to
     * {@link #scan}, which reports it.
     *
     * @param withinLine whether to stop at the end of the line, as directives need
     */
    int skipBlanks(int at, boolean withinLine) {
        int next = at;
        while (next < text.length()) {
            int after = skipOne(next, withinLine);
            if (after == next) {
                return next;
            }
            next = after;
        }
        return next;
    }

    /** The offset of the first character from {@code at} on that is no blank, or that starts a comment. */
    int skipBlank(int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) != '/') {
            int after = skipOne(next, false);
            if (after == next) {
                return next;
            }
            next = after;
        }
        return next;
    }

    private int skipOne(int at, boolean withinLine) {
        char c = text.charAt(at);
        if (c == '\n') {
            return withinLine ? at : at + 1;
        }
        if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B' || c == BYTE_ORDER_MARK && at == 0) {
            return at + 1;
        }
        if (c == '\\') {
            return splitsWord(text, at) ? at : continuationEnd(text, at);
        }
        return commentEnd(at);
    }

    /** Just past the comment that starts at {@code at}; {@code at} itself if there is none, or if it does not end. */
    int commentEnd(int at) {
        if (text.startsWith("//", at)) {
            return lineCommentEnd(at);
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? at : end + 2;
        }
        return at;
    }

    private int lineCommentEnd(int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) != '\n') {
            next = text.charAt(next) == '\\' ? Math.max(next + 1, continuationEnd(text, next)) : next + 1;
        }
        return next;
    }

    /** Just past the backslash and the line end at {@code at}; {@code at} itself where there is no such thing. */
    static int continuationEnd(String text, int at) {
        if (text.startsWith("\\\n", at)) {
            return at + 2;
        }
        return text.startsWith("\\\r\n", at) ? at + 3 : at;
    }

    /** Returns true if a line continuation stands in the middle of a word, which we would otherwise read as two. */
    static boolean splitsWord(String text, int at) {
        int end = continuationEnd(text, at);
        return end > at
                && at > 0
                && end < text.length()
                && isWordPart(text.charAt(at - 1))
                && isWordPart(text.charAt(end));
    }
}
