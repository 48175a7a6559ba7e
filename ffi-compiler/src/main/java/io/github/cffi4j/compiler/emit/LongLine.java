package io.github.cffi4j.compiler.emit;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines of generated Java that are too wide: code where it reads best, comments between words. */
final class LongLine {
    /** The indentation of what continues a statement. */
    private static final String CONTINUED = "        ";

    private LongLine() {}

    /**
     * Breaks a statement where it is nested least, as far to the right as possible.
     *
     * @param width the most columns of each line; a line without a good place stays wider
     */
    static List<String> broken(String statement, int width) {
        List<String> lines = new ArrayList<>();
        String rest = statement;
        if (!comment(statement)) {
            String continued = " ".repeat(indentation(statement)) + CONTINUED;
            for (int at = place(rest, width); at > 0; at = place(rest, width)) {
                lines.add(rest.substring(0, at).stripTrailing());
                rest = continued + rest.substring(at).strip();
            }
        }
        lines.add(rest);
        return lines;
    }

    /** Fills lines with the words of a comment; text in {@code <pre>} keeps its lines. */
    static List<String> filled(String html, int width) {
        List<String> lines = new ArrayList<>();
        boolean verbatim = false;
        for (String line : html.split("\n", -1)) {
            verbatim |= line.contains("<pre>");
            String rest = line;
            while (!verbatim && rest.length() > width && rest.lastIndexOf(' ', width) > 0) {
                int blank = rest.lastIndexOf(' ', width);
                lines.add(rest.substring(0, blank));
                rest = rest.substring(blank + 1);
            }
            lines.add(rest);
            verbatim &= !line.contains("</pre>");
        }
        return lines;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static boolean comment(String line) {
        String start = line.strip();
        return start.startsWith("*") || start.startsWith("/");
    }

    /** Where the rest of a line that is too wide starts; 0 if there is no such place. */
    private static int place(String line, int width) {
        if (line.length() <= width) {
            return 0;
        }
        int indentation = indentation(line);
        int best = 0;
        int least = Integer.MAX_VALUE;
        int nesting = 0;
        boolean quoted = false;
        for (int i = 0; i < width; i++) {
            char c = line.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                nesting += c == '(' ? 1 : c == ')' ? -1 : 0;
                int after = breaks(line, i);
                if (after > indentation && after <= width && nesting <= least) {
                    best = after;
                    least = nesting;
                }
            }
        }
        return best;
    }

    /** The first character of the next line if a line may be broken at a character; 0 if it may not. */
    private static int breaks(String line, int at) {
        boolean first = line.startsWith(", ", at)
                || line.startsWith("; ", at)
                || line.startsWith("= ", at) && line.charAt(at - 1) == ' '
                || line.startsWith("> ", at) && line.charAt(at - 1) == '-';
        boolean opening = line.charAt(at) == '(' && !line.startsWith(")", at + 1);
        boolean next = line.startsWith(" ? ", at) || line.startsWith(" : ", at) || line.startsWith(" implements ", at);
        return first ? at + 2 : next || opening ? at + 1 : 0;
    }
}
