package io.github.cffi4j.cdef;

import java.util.List;

/**
 * A stretch of a cdef's text.
 *
 * @param source the text it stands in
 * @param start offset of its first character, from 0
 * @param end offset just past its last character
 */
public record Span(SourceText source, int start, int end) {
    /** All that C takes for a blank and that is not a single one; few declarations have any. */
    private static final List<String> ODD_BLANKS = List.of("  ", "\n", "\r", "\t", "\f", "\u000b", "/*", "//", "\\");

    public Span {
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException("no such stretch: " + start + " to " + end);
        }
    }

    /** The characters themselves. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** The tokens, with one blank for all that C takes for blanks: it stands on one line, and means the same. */
    public String onOneLine() {
        String text = text();
        for (String blank : ODD_BLANKS) {
            if (text.contains(blank)) {
                return rejoined();
            }
        }
        return text;
    }

    private String rejoined() {
        TokenScanner tokens = new TokenScanner(source);
        StringBuilder line = new StringBuilder();
        int at = start;
        while (at < end) {
            Token token = tokens.scan(at);
            line.append(token.text());
            int next = tokens.skipBlanks(tokens.end(token), false);
            line.append(next > tokens.end(token) && next < end ? " " : "");
            at = next;
        }
        return line.toString();
    }

    /** The stretch from the start of this one to the end of {@code last}. */
    public Span to(Span last) {
        return new Span(source, start, Math.max(end, last.end));
    }

    /** Where it starts. */
    public SourcePosition position() {
        return source.position(start);
    }

    @Override
    public String toString() {
        return position() + " '" + text() + "'";
    }
}
