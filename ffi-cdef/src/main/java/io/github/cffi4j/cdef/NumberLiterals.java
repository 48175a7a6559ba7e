package io.github.cffi4j.cdef;

import java.util.regex.Pattern;

/** Tells C's integers from its floating-point numbers, and both from what is neither. */
final class NumberLiterals {
    private static final String INTEGER_SUFFIX = "(?:[uU](?:ll|LL|[lL])?|(?:ll|LL|[lL])[uU]?)?";
    private static final Pattern INTEGER =
            Pattern.compile("(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)" + INTEGER_SUFFIX);
    private static final Pattern FLOATING =
            Pattern.compile("(?:(?:[0-9]+\\.[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+"
                    + "|0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+)[fFlL]?");
    private static final Pattern BAD_OCTAL = Pattern.compile("0[0-9]+" + INTEGER_SUFFIX);

    private NumberLiterals() {}

    static Token token(Span span) {
        String text = span.text();
        if (INTEGER.matcher(text).matches()) {
            return Token.of(TokenKind.INTEGER, span);
        }
        if (FLOATING.matcher(text).matches()) {
            return Token.of(TokenKind.FLOATING, span);
        }
        String message = "'" + shortened(text) + "' is not a number";
        if (text.indexOf('\'') >= 0) {
            return Token.invalid(Diagnostic.of(
                    span, message + ": digit separators are not supported", "write the digits without \"'\""));
        }
        if (BAD_OCTAL.matcher(text).matches()) {
            return Token.invalid(Diagnostic.of(
                    span, message + ": the leading 0 makes it octal, with digits 0 to 7", "remove the leading 0"));
        }
        return Token.invalid(Diagnostic.of(
                span,
                message,
                "write it as in C: 42, 0x2A, 052, 0b101010, with suffixes u, l, ll; or 4.2, 42e-1, 4.2f"));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
