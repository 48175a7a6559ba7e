package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something to tell the author of a cdef, at a place of it.
 *
 * @param span what it is about
 * @param message what is wrong, in one line, without a full stop
 * @param details further lines: why, or where; may be empty
 * @param fix what to do about it
 */
public record Diagnostic(Span span, String message, Optional<String> details, Optional<String> fix) {
    /** The most characters shown of a line: minified text has lines of a megabyte. */
    private static final int WIDEST = 200;

    private static final int SHOWN_BEFORE = 80;

    private static final String LINE_BREAKS = "\n\u000B\f\r\u0085\u2028\u2029";

    /** Puts a message on one line: the cdef text that it quotes may go over several. */
    public Diagnostic {
        message = oneLine(message);
        if (fix.isPresent()) {
            fix = Optional.of(oneLine(fix.get()));
        }
    }

    private static String oneLine(String text) {
        for (int i = 0; i < LINE_BREAKS.length(); i++) {
            if (text.indexOf(LINE_BREAKS.charAt(i)) >= 0) {
                return text.replaceAll("\\s*\\R\\s*", " ");
            }
        }
        return text;
    }

    /** A diagnostic that says what is wrong and how to mend it. */
    public static Diagnostic of(Span span, String message, String fix) {
        return new Diagnostic(span, message, Optional.empty(), Optional.of(fix));
    }

    /** The same, said of some platforms only. */
    public Diagnostic on(Collection<Platform> platforms) {
        String where =
                "on: " + platforms.stream().sorted().map(Platform::classifier).collect(Collectors.joining(" "));
        return new Diagnostic(
                span,
                message,
                Optional.of(details.map(known -> where + "\n" + known).orElse(where)),
                fix);
    }

    /**
     * The diagnostic as a terminal shows it: position and message, the line with carets below what is meant, then
     * details and fix.
     *
     * <pre>
     * Geo.cdef:9:5: unknown type 'size'
     *     9 | int f(size n);
     *       |       ^~~~
     *   fix: declare it first, as in 'typedef int... size;'
     * </pre>
     */
    public String render() {
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
                .append(message)
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
        details.ifPresent(
                known -> known.lines().forEach(detail -> out.append("\n  ").append(detail)));
        fix.ifPresent(known -> out.append("\n  fix: ").append(known));
        return out.toString();
    }

    @Override
    public String toString() {
        return render();
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
