package io.github.cffi4j.cdef;

/** Lays a diagnostic out for a terminal. */
final class DiagnosticFormat {

    private DiagnosticFormat() {}

    static String render(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        SourcePosition position = span.position();
        String line = span.source().lineAt(span.start());
        String number = String.format("%5d", position.line());
        int start = Math.min(position.column() - 1, line.length());
        int length = Math.max(1, Math.min(span.end() - span.start(), line.length() - start));
        StringBuilder out = new StringBuilder()
                .append(position)
                .append(": ")
                .append(diagnostic.message())
                .append('\n')
                .append(number)
                .append(" | ")
                .append(line)
                .append('\n')
                .append(" ".repeat(number.length()))
                .append(" | ")
                .append(indentLike(line.substring(0, start)))
                .append('^')
                .append("~".repeat(length - 1));
        diagnostic.details().ifPresent(details -> details.lines()
                .forEach(detail -> out.append("\n  ").append(detail)));
        diagnostic.fix().ifPresent(fix -> out.append("\n  fix: ").append(fix));
        return out.toString();
    }

    /** Spaces as wide as the text, tabs kept, so that the caret stands below what it means. */
    private static String indentLike(String text) {
        return text.replaceAll("[^\t]", " ");
    }
}
