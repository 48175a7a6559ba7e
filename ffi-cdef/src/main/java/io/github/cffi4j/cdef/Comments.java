package io.github.cffi4j.cdef;

import java.util.Arrays;
import java.util.Optional;

/**
 * The comments of a text, and which of them is about what.
 *
 * <p>Built when somebody first asks: parsing passes comments, and who only parses pays nothing for them. A run of line
 * comments, each on the next line, is one comment.
 */
final class Comments {
    private final SourceText source;
    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    Comments(SourceText source) {
        this.source = source;
        this.text = source.text();
        collect(new TokenScanner(source));
    }

    /**
     * The comment about a declaration, a field or an enumerator: the one directly above it (or before it on its line),
     * otherwise the one behind it on its last line.
     *
     * @param about all of it, its {@code ;} included if it ends with one
     */
    Optional<Span> about(Span about) {
        int before = lastEndingUpTo(about.start());
        if (before >= 0 && standsBefore(before, about.start())) {
            return Optional.of(span(before));
        }
        int behind = lastEndingUpTo(about.end()) + 1;
        return behind < count && standsBehind(behind, about.end()) ? Optional.of(span(behind)) : Optional.empty();
    }

    private void collect(TokenScanner scanner) {
        int at = scanner.skipBlank(0);
        while (at < text.length()) {
            int end = scanner.commentEnd(at);
            if (end > at) {
                add(at, end);
            } else {
                end = scanner.end(scanner.scan(at));
            }
            at = scanner.skipBlank(end);
        }
    }

    private void add(int start, int end) {
        if (continuesLast(start)) {
            ends[count - 1] = end;
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    /** A line comment under another; under one behind a declaration only at the same column. */
    private boolean continuesLast(int start) {
        if (count == 0 || !text.startsWith("//", start) || !text.startsWith("//", starts[count - 1])) {
            return false;
        }
        int last = starts[count - 1];
        return lineBreaks(ends[count - 1], start) == 1
                && (startsLine(last) || start - source.lineStart(start) == last - source.lineStart(last));
    }

    /** A comment with code before it on its line is about that code, unless what it could be about follows on the line. */
    private boolean standsBefore(int comment, int start) {
        if (pointsBack(comment)) {
            return false;
        }
        int breaks = lineBreaks(ends[comment], start);
        return breaks == 0 || breaks == 1 && startsLine(starts[comment]);
    }

    /** Where more code follows on the line, only Doxygen's {@code <} or the comma behind tells what it is about. */
    private boolean standsBehind(int comment, int end) {
        boolean comma = false;
        for (int i = end; i < starts[comment]; i++) {
            char c = text.charAt(i);
            if (c == ',' && !comma) {
                comma = true;
            } else if (c != ' ' && c != '\t') {
                return false;
            }
        }
        return pointsBack(comment) || endsLine(ends[comment]) || !comma && text.charAt(end - 1) != ';';
    }

    /** Returns true for Doxygen's mark of a comment on what stands before it. */
    private boolean pointsBack(int comment) {
        int at = starts[comment];
        return text.startsWith("/**<", at)
                || text.startsWith("///<", at)
                || text.startsWith("/*!<", at)
                || text.startsWith("//!<", at);
    }

    /** How many line ends stand between two places that have only blanks between them; -1 if there is more. */
    private int lineBreaks(int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                breaks++;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return -1;
            }
        }
        return breaks;
    }

    private boolean startsLine(int at) {
        return lineBreaks(source.lineStart(at), at) == 0;
    }

    private boolean endsLine(int at) {
        int end = text.indexOf('\n', at);
        return lineBreaks(at, end < 0 ? text.length() : end) == 0;
    }

    /** The last comment that ends at an offset or before it, or -1. */
    private int lastEndingUpTo(int offset) {
        int found = Arrays.binarySearch(ends, 0, count, offset);
        return found >= 0 ? found : -found - 2;
    }

    private Span span(int comment) {
        int end = ends[comment];
        while (text.charAt(end - 1) == '\r') {
            end--;
        }
        return new Span(source, starts[comment], end);
    }
}
