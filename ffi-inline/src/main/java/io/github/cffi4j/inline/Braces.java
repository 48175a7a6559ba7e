package io.github.cffi4j.inline;

/**
 * A pair of braces in a cdef.
 *
 * @param open offset of the first
 * @param close offset of the last
 */
record Braces(int open, int close) {
    /** Returns the first pair behind a place. Comments and literals have no braces that count. */
    static Braces after(String text, int start) {
        int open = -1;
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (text.startsWith("/*", at)) {
                at = text.indexOf("*/", at + 2) + 1;
            } else if (text.startsWith("//", at)) {
                at = Math.max(text.indexOf('\n', at), at);
            } else if (letter == '"' || letter == '\'') {
                at = closing(text, at, letter);
            } else if (letter == '{') {
                open = depth++ == 0 ? at : open;
            } else if (letter == '}' && --depth == 0) {
                return new Braces(open, at);
            }
            at++;
        }
        throw new IllegalArgumentException("no braces behind " + start);
    }

    private static int closing(String text, int quote, char letter) {
        int at = quote + 1;
        while (text.charAt(at) != letter) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    /** Returns as many line ends as stand between them. */
    String lines(String text) {
        return "\n".repeat((int) text.substring(open, close)
                .chars()
                .filter(letter -> letter == '\n')
                .count());
    }
}
