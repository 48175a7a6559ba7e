package io.github.cffi4j.cdef;

/** Reads C's literals: numbers, characters and strings, and tells them from what is none. */
final class Literals {
    private Literals() {}

    /** Tells integers from floating-point numbers, and both from what is neither. */
    static Token number(Span span) {
        String text = span.text();
        if (isInteger(text)) {
            return Token.of(Token.Kind.INTEGER, span);
        }
        if (isFloating(text)) {
            return Token.of(Token.Kind.FLOATING, span);
        }
        String message = "'" + shortened(text) + "' is not a number";
        if (text.indexOf('\'') >= 0) {
            return Token.invalid(Diagnostic.of(
                    span, message + ": digit separators are not supported", "write the digits without \"'\""));
        }
        if (isBadOctal(text)) {
            return Token.invalid(Diagnostic.of(
                    span, message + ": the leading 0 makes it octal, with digits 0 to 7", "remove the leading 0"));
        }
        return Token.invalid(Diagnostic.of(
                span,
                message,
                "write it as in C: 42, 0x2A, 052, 0b101010, with suffixes u, l, ll; or 4.2, 42e-1, 4.2f"));
    }

    private static boolean isInteger(String text) {
        if (hasPrefix(text, 'x')) {
            return isNumber(text, 2, 16);
        }
        if (hasPrefix(text, 'b')) {
            return isNumber(text, 2, 2);
        }
        return isNumber(text, 0, text.startsWith("0") ? 8 : 10);
    }

    private static boolean isBadOctal(String text) {
        return text.startsWith("0") && isNumber(text, 1, 10);
    }

    /** Returns true if digits stand at {@code start}, and after them at most a suffix: u and l or ll, in any order. */
    private static boolean isNumber(String text, int start, int radix) {
        int at = digitsEnd(text, start, radix);
        if (at == start) {
            return false;
        }
        int end = text.length();
        if (at < end && isLetter(text.charAt(at), 'u')) {
            at++;
        } else if (at < end && isLetter(text.charAt(end - 1), 'u')) {
            end--;
        }
        return end - at == 0
                || end - at <= 2 && isLetter(text.charAt(at), 'l') && text.charAt(end - 1) == text.charAt(at);
    }

    private static boolean isFloating(String text) {
        boolean hexadecimal = hasPrefix(text, 'x');
        int radix = hexadecimal ? 16 : 10;
        int start = hexadecimal ? 2 : 0;
        int at = digitsEnd(text, start, radix);
        int digits = at - start;
        boolean point = at < text.length() && text.charAt(at) == '.';
        if (point) {
            start = at + 1;
            at = digitsEnd(text, start, radix);
            digits += at - start;
        }
        boolean exponent = at < text.length() && isLetter(text.charAt(at), hexadecimal ? 'p' : 'e');
        if (exponent) {
            start = at + 1;
            if (start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-')) {
                start++;
            }
            at = digitsEnd(text, start, 10);
            if (at == start) {
                return false;
            }
        }
        if (at < text.length() && (isLetter(text.charAt(at), 'f') || isLetter(text.charAt(at), 'l'))) {
            at++;
        }
        return digits > 0 && (exponent || point && !hexadecimal) && at == text.length();
    }

    private static boolean hasPrefix(String text, char letter) {
        return text.length() > 1 && text.charAt(0) == '0' && isLetter(text.charAt(1), letter);
    }

    private static boolean isLetter(char c, char lowerCase) {
        return c == lowerCase || c == lowerCase - 'a' + 'A';
    }

    /** The end of the digits of a radix that stand at an offset. */
    static int digitsEnd(String text, int start, int radix) {
        int at = start;
        while (at < text.length() && text.charAt(at) < 0x80 && Character.digit(text.charAt(at), radix) >= 0) {
            at++;
        }
        return at;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /**
     * Reads a character or string literal.
     *
     * @param start where it starts, with its prefix
     * @param open where its opening quote stands
     */
    static Token quoted(SourceText source, int start, int open) {
        String text = source.text();
        char quote = text.charAt(open);
        String noun = quote == '"' ? "string" : "character";
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? Math.max(2, TokenScanner.continuationEnd(text, at) - at) : 1;
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            Span span = new Span(source, start, Math.min(at, text.length()));
            return Token.invalid(Diagnostic.of(span, "this " + noun + " does not end", "close it with " + quote));
        }
        Span span = new Span(source, start, at + 1);
        return quote == '"' ? Token.of(Token.Kind.STRING, span) : character(span, text.substring(open + 1, at));
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
        if (digitsEnd(content, 1, 8) == content.length()) {
            return digits < 3;
        }
        if (digits == 0) {
            return "abefnrtv\\'\"?".indexOf(escape) >= 0;
        }
        return digitsEnd(content, 2, 16) == content.length()
                && (escape == 'x' && digits <= 8 || escape == 'u' && digits == 4 || escape == 'U' && digits == 8);
    }

    private static Token character(Span span, String content) {
        if (content.isEmpty()) {
            return Token.invalid(
                    Diagnostic.of(span, "this character is empty", "put one character between the quotes"));
        }
        return isOneCharacter(content)
                ? Token.of(Token.Kind.CHARACTER, span)
                : Token.invalid(Diagnostic.of(
                        span,
                        "not one character, nor one escape that C knows",
                        "write it as in C: 'a', '\\n', '\\x41', '\\0'"));
    }
}
