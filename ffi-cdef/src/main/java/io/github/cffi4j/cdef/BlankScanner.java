package io.github.cffi4j.cdef;

/** Finds the end of blanks, comments and line continuations. */
final class BlankScanner {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;

    BlankScanner(SourceText source) {
        this.text = source.text();
    }

    /**
     * The offset of the first character from {@code at} on that is no blank. A comment that does not end is left to the
     * token scanner, which reports it.
     *
     * @param withinLine whether to stop at the end of the line, as directives need
     */
    int skip(int at, boolean withinLine) {
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

    /** Whether a line continuation stands in the middle of a word, which we would otherwise read as two. */
    static boolean splitsWord(String text, int at) {
        int end = continuationEnd(text, at);
        return end > at
                && at > 0
                && end < text.length()
                && TokenScanner.isWordPart(text.charAt(at - 1))
                && TokenScanner.isWordPart(text.charAt(end));
    }
}
