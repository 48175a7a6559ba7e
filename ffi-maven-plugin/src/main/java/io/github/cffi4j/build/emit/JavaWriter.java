package io.github.cffi4j.build.emit;

/** Owns indentation and line ends of generated Java. */
final class JavaWriter {
    private static final String INDENT = "    ";

    private final StringBuilder out = new StringBuilder();
    private int depth;

    /** A string literal of Java. */
    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Lines at the current depth; those of a text block keep their own indentation below it. */
    JavaWriter lines(String lines) {
        lines.lines().forEach(line -> {
            if (!line.isBlank()) {
                out.append(INDENT.repeat(depth)).append(line);
            }
            out.append('\n');
        });
        return this;
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

    /** A Javadoc comment of the given HTML lines. */
    JavaWriter javadoc(String html) {
        if (html.lines().count() == 1) {
            return lines("/** " + html.strip() + " */");
        }
        lines("/**");
        html.lines().forEach(line -> lines((" * " + line).stripTrailing()));
        return lines(" */");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
