package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.text.Text;

/** Owns indentation and line ends of generated Java. */
final class JavaWriter {
    private static final String INDENT = "    ";

    /** In columns. */
    private static final int MAX_WIDTH = 120;

    private final StringBuilder out = new StringBuilder();
    private int depth;

    /** A string literal of Java. */
    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The literal of a text whose characters are bytes. */
    static String bytes(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c > '~') {
                literal.append(Text.format("\\%03o", (int) c));
            } else {
                literal.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return literal.append('"').toString();
    }

    /** Lines at the current depth; those of a text block keep their own indentation below it. */
    JavaWriter lines(String lines) {
        // Most are one; a binding of thousands of functions has a hundred thousand.
        if (!lines.isEmpty() && lines.indexOf('\n') < 0) {
            line(lines);
        } else {
            lines.lines().forEach(this::line);
        }
        return this;
    }

    private void line(String line) {
        if (!line.isBlank()) {
            int room = MAX_WIDTH - depth * INDENT.length();
            if (line.length() <= room) {
                indented(line);
            } else {
                LongLine.broken(line, room).forEach(this::indented);
            }
        } else {
            out.append('\n');
        }
    }

    private void indented(String line) {
        for (int i = 0; i < depth; i++) {
            out.append(INDENT);
        }
        out.append(line).append('\n');
    }

    JavaWriter blank() {
        out.append('\n');
        return this;
    }

    /** A line that opens a block. */
    JavaWriter open(String head) {
        lines(head + " {");
        depth++;
        return this;
    }

    /** Closes the innermost block. */
    JavaWriter close() {
        depth--;
        return lines("}");
    }

    /** Closes the innermost block and opens the next one of its statement, such as {@code finally}. */
    JavaWriter closeAndOpen(String head) {
        depth--;
        return open("} " + head);
    }

    /** Closes the innermost block, which is the end of a statement. */
    JavaWriter closeStatement() {
        depth--;
        return lines("};");
    }

    /** A Javadoc comment of the given HTML lines; what it calls deprecated is so for compilers, too. */
    JavaWriter javadoc(String html) {
        comment(html);
        return html.contains("\n@deprecated ") ? lines("@Deprecated") : this;
    }

    private JavaWriter comment(String html) {
        int room = MAX_WIDTH - depth * INDENT.length();
        if (html.indexOf('\n') < 0 && html.length() <= room - "/**  */".length()) {
            return lines("/** " + html.strip() + " */");
        }
        lines("/**");
        LongLine.filled(html, room - " * ".length()).forEach(line -> lines((" * " + line).stripTrailing()));
        return lines(" */");
    }

    /** In ASCII, so that no compiler's setting makes other names of it. */
    @Override
    public String toString() {
        if (out.chars().allMatch(c -> c < 0x80)) {
            return out.toString();
        }
        StringBuilder ascii = new StringBuilder();
        out.chars().forEach(c -> ascii.append(c < 0x80 ? String.valueOf((char) c) : escape(c)));
        return ascii.toString();
    }

    private static String escape(int c) {
        String digits = Integer.toHexString(c);
        return "\\u" + "0".repeat(4 - digits.length()) + digits;
    }
}
