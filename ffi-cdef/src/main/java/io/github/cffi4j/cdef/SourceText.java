package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A named text and its lines. Line markers ({@code # 42 "foo.h"}) rename the lines that follow them, as in C. */
public final class SourceText {
    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final List<Marker> markers;
    /** Made when first asked for; two threads may make the same. */
    private volatile Comments comments;

    private record Marker(int physicalLine, int line, String file) {
        static final Pattern PATTERN = Pattern.compile("\\s*#\\s*(?:line\\s+)?(\\d{1,9})(?:\\s+\"([^\"]*)\".*)?\\s*");
    }

    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.markers = markers();
    }

    /** The name given to the text, usually a file's. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The place of a character, line markers taken into account. */
    public SourcePosition position(int offset) {
        int physicalLine = physicalLine(offset);
        int column = offset - lineStarts[physicalLine] + 1;
        int before = markersBefore(physicalLine);
        Marker marker = before == 0 ? new Marker(-1, 1, name) : markers.get(before - 1);
        return new SourcePosition(marker.file, marker.line + physicalLine - marker.physicalLine - 1, column);
    }

    /** The line that holds a character, without its end. */
    public String lineAt(int offset) {
        int line = physicalLine(offset);
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        return text.substring(lineStarts[line], end).stripTrailing();
    }

    /** Offset of the first character of the line that holds the given one. */
    public int lineStart(int offset) {
        return lineStarts[physicalLine(offset)];
    }

    /** The comments of the text. */
    Comments comments() {
        Comments known = comments;
        if (known == null) {
            known = new Comments(this);
            comments = known;
        }
        return known;
    }

    /** Returns true if the line that holds a character is a line marker. */
    boolean isLineMarker(int offset) {
        int line = physicalLine(offset);
        int before = markersBefore(line + 1);
        return before > 0 && markers.get(before - 1).physicalLine == line;
    }

    /** How many markers stand above a line. */
    private int markersBefore(int physicalLine) {
        int low = 0;
        int high = markers.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (markers.get(middle).physicalLine < physicalLine) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int physicalLine(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count] = at + 1;
            count++;
        }
        return Arrays.copyOf(starts, count);
    }

    private List<Marker> markers() {
        List<Marker> found = new ArrayList<>();
        BitSet code = null;
        for (int line = 0; line < lineStarts.length; line++) {
            if (mayBeMarker(lineStarts[line])) {
                Matcher matcher = Marker.PATTERN.matcher(lineAt(lineStarts[line]));
                if (!matcher.matches()) {
                    continue;
                }
                // Few cdefs have lines that look like markers, and only those are read for it.
                code = code == null ? CodeLines.of(text) : code;
                if (code.get(line)) {
                    String file = matcher.group(2) != null
                            ? matcher.group(2)
                            : found.isEmpty() ? name : found.get(found.size() - 1).file;
                    found.add(new Marker(line, Integer.parseInt(matcher.group(1)), file));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Returns true for a {@code #} before a digit or {@code line}: few lines need the pattern, and most cdefs have none. */
    private boolean mayBeMarker(int lineStart) {
        int at = blanksEnd(lineStart);
        if (at == text.length() || text.charAt(at) != '#') {
            return false;
        }
        at = blanksEnd(at + 1);
        return at < text.length() && (text.charAt(at) >= '0' && text.charAt(at) <= '9' || text.startsWith("line", at));
    }

    private int blanksEnd(int from) {
        int at = from;
        while (at < text.length()
                && (text.charAt(at) == ' ' || text.charAt(at) >= '\t' && text.charAt(at) <= '\r')
                && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }

    @Override
    public String toString() {
        return name;
    }

    /** The lines of a text that begin in code: neither inside a comment nor as the continuation of the line before. */
    static final class CodeLines {

        private enum State {
            CODE,
            BLOCK_COMMENT,
            LINE_COMMENT,
            STRING,
            CHARACTER
        }

        private final String text;
        private final BitSet lines = new BitSet();
        private State state = State.CODE;
        private int line;

        private CodeLines(String text) {
            this.text = text;
            lines.set(0);
            for (int at = 0; at < text.length(); at += step(at)) {
                // each step passes what it looked at
            }
        }

        /** The numbers of these lines, from 0. */
        static BitSet of(String text) {
            return new CodeLines(text).lines;
        }

        private int step(int at) {
            char c = text.charAt(at);
            if (c == '\n') {
                endLine(at);
                return 1;
            }
            return switch (state) {
                case CODE -> code(at);
                case BLOCK_COMMENT -> end(text.startsWith("*/", at), 2);
                case LINE_COMMENT -> 1;
                case STRING -> c == '\\' ? escape(at) : end(c == '"', 1);
                case CHARACTER -> c == '\\' ? escape(at) : end(c == '\'', 1);
            };
        }

        private int code(int at) {
            if (text.startsWith("/*", at)) {
                state = State.BLOCK_COMMENT;
                return 2;
            }
            if (text.startsWith("//", at)) {
                state = State.LINE_COMMENT;
            } else if (text.charAt(at) == '"') {
                state = State.STRING;
            } else if (text.charAt(at) == '\'') {
                state = State.CHARACTER;
            }
            return 1;
        }

        private int end(boolean there, int length) {
            if (there) {
                state = State.CODE;
                return length;
            }
            return 1;
        }

        /** The character after a backslash means nothing, unless it ends the line. */
        private int escape(int at) {
            return at + 1 < text.length() && text.charAt(at + 1) > ' ' ? 2 : 1;
        }

        private void endLine(int at) {
            line++;
            boolean continued = text.startsWith("\\\n", at - 1) || text.startsWith("\\\r\n", at - 2);
            if (!continued && state != State.BLOCK_COMMENT) {
                state = State.CODE;
                lines.set(line);
            }
        }
    }
}
