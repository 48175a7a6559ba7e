package io.github.cffi4j.cdef;

import java.util.Locale;

/** Lays a diagnostic out for a terminal. */
final class DiagnosticFormat {
    /** What is shown of a line at most: minified text has lines of a megabyte. */
    private static final int WIDEST = 200;

    private static final int SHOWN_BEFORE = 80;

    private DiagnosticFormat() {}

    static String render(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        SourcePosition position = span.position();
        String line = span.source().lineAt(span.start());
        String number = String.format(Locale.ROOT, "%5d", position.line());
        int place = Math.min(position.column() - 1, line.length());
        int from = line.length() <= WIDEST ? 0 : Math.max(0, place - SHOWN_BEFORE);
        String shown = line.substring(from, Math.min(line.length(), from + WIDEST));
        int start = place - from;
        int length = Math.max(1, Math.min(span.end() - span.start(), shown.length() - start));
        StringBuilder out = new StringBuilder()
                .append(position)
                .append(": ")
                .append(diagnostic.message())
                .append('\n')
                .append(number)
                .append(" | ")
                .append(printable(shown))
                .append('\n')
                .append(" ".repeat(number.length()))
                .append(" | ")
                .append(indentLike(shown.substring(0, start)))
                .append('^')
                .append("~".repeat(length - 1));
        diagnostic.details().ifPresent(details -> details.lines()
                .forEach(detail -> out.append("\n  ").append(detail)));
        diagnostic.fix().ifPresent(fix -> out.append("\n  fix: ").append(fix));
        return out.toString();
    }

    /** The text without control characters, which a terminal would obey. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\t]]", "\uFFFD");
    }

    /** Spaces as wide as the text, tabs kept, so that the caret stands below what it means. */
    private static String indentLike(String text) {
        return text.replaceAll("[^\t]", " ");
    }
}
