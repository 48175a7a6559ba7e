package io.github.cffi4j.compiler.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The comments of a header's text, by the lines that they stand at. The compiler keeps only some kinds of comments, and makes
 * its syntax tree ten times as large for them.
 */
public final class HeaderComments {
    private static final Pattern GROUP =
            Pattern.compile("[@\\\\](?:file|defgroup|addtogroup|ingroup|name|mainpage|page|weakgroup)\\b|^[@\\\\][{}]");
    private static final Pattern HEADING = Pattern.compile("[-=*#~+_/]{3,}.*|.*[-=*#~+_/]{3,}");
    private static final Pattern FRAME = Pattern.compile("^\\s*(?:\\*+(?!\\w\\S*\\*)|[/!]+)?<?");
    private static final Pattern DECORATION = Pattern.compile("[-=*#~+_/\\s]*");

    private final String[] lines;
    private final List<Comment> comments = new ArrayList<>();
    private final Map<Integer, Comment> byLastLine = new HashMap<>();
    private final Map<Integer, List<Comment>> byFirstLine = new HashMap<>();
    private final List<Boolean> code = new ArrayList<>();

    /**
     * A comment.
     *
     * @param column of its first character, from 1
     * @param afterCode whether code stands before it on its first line
     * @param beforeCode whether code stands behind it on its last line
     * @param document whether it is one for documentation tools
     * @param backwards whether it says that it is about what stands before it
     */
    private record Comment(
            int firstLine,
            int column,
            int lastLine,
            boolean afterCode,
            boolean beforeCode,
            boolean document,
            boolean backwards,
            boolean lineStyle,
            String text) {}

    private HeaderComments(String[] lines) {
        this.lines = lines;
    }

    /** Finds the comments of a text. */
    public static HeaderComments of(String text) {
        HeaderComments found = new HeaderComments(text.split("\n", -1));
        found.scan(text);
        return found;
    }

    /** The comment about a name that is declared at a place; lines without marks and indentation. */
    public Optional<String> about(String declared, Place place, boolean function) {
        String line = place.line() <= lines.length ? lines[place.line() - 1] : "";
        int name = column(declared, line);
        // A member on the line of its struct or enum: what stands above that line is about the whole, and so is what
        // stands behind.
        boolean member = braces(line.substring(0, name)) > 0;
        boolean closed = member && braces(line.substring(name)) < 0;
        return (member ? Optional.<Comment>empty() : before(place.line()))
                .or(() -> closed ? Optional.empty() : trailing(place, name))
                .or(() -> function ? below(place.lastLine()) : Optional.empty())
                .map(comment -> clean(comment.text()))
                .filter(HeaderComments::says);
    }

    /** How many braces of some code stay open; less than none if it closes others. */
    private static int braces(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        return open;
    }

    private Optional<Comment> before(int line) {
        Comment comment = byLastLine.get(line - 1);
        if (comment == null && !hasCode(line - 1) && byLastLine.get(line - 2) != null) {
            comment = byLastLine.get(line - 2).document() ? byLastLine.get(line - 2) : null;
        }
        return Optional.ofNullable(comment)
                .filter(found -> !found.afterCode() && !found.beforeCode() && !found.backwards());
    }

    /** Where a name stands as a word; the beginning of the line if it does not, as when a macro declares it. */
    private static int column(String name, String line) {
        for (int at = line.indexOf(name); at >= 0 && !name.isEmpty(); at = line.indexOf(name, at + 1)) {
            int end = at + name.length();
            if ((at == 0 || !Character.isJavaIdentifierPart(line.charAt(at - 1)))
                    && (end == line.length() || !Character.isJavaIdentifierPart(line.charAt(end)))) {
                return at;
            }
        }
        return 0;
    }

    private Optional<Comment> trailing(Place place, int name) {
        Optional<Comment> same = byFirstLine.getOrDefault(place.lastLine(), List.of()).stream()
                .filter(comment -> comment.afterCode() && !comment.beforeCode())
                .filter(comment -> comment.column() > name + 1 || place.lastLine() > place.line())
                .findFirst();
        return same.or(() -> byFirstLine.getOrDefault(place.lastLine() + 1, List.of()).stream()
                .filter(Comment::backwards)
                .findFirst());
    }

    /** Some headers explain a function below it; then an empty line follows, and there is more than a heading. */
    private Optional<Comment> below(int line) {
        return byFirstLine.getOrDefault(line + 1, List.of()).stream()
                .filter(comment -> !comment.beforeCode() && comment.lastLine() > comment.firstLine())
                .filter(comment -> !hasCode(comment.lastLine() + 1) && !byFirstLine.containsKey(comment.lastLine() + 1))
                .findFirst();
    }

    private boolean hasCode(int line) {
        return line >= 0 && line < code.size() && code.get(line);
    }

    private static boolean says(String text) {
        return !text.isBlank()
                && !GROUP.matcher(text).find()
                && !(text.indexOf('\n') < 0 && HEADING.matcher(text).matches());
    }

    private void scan(String text) {
        int line = 1;
        boolean codeInLine = false;
        code.add(false);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                code.add(codeInLine);
                codeInLine = false;
                line++;
                at++;
            } else if (c == '/' && at + 1 < text.length() && "*/".indexOf(text.charAt(at + 1)) >= 0) {
                boolean block = text.charAt(at + 1) == '*';
                int end = block ? text.indexOf("*/", at + 2) : endOfLine(text, at);
                int next = end < 0 ? text.length() : block ? end + 2 : end;
                String inside = text.substring(at + 2, end < 0 ? text.length() : end);
                int firstLine = line;
                boolean after = codeInLine;
                for (int i = at; i < next; i++) {
                    if (text.charAt(i) == '\n') {
                        code.add(codeInLine);
                        codeInLine = false;
                        line++;
                    }
                }
                boolean before = block && codeFollows(text, next);
                add(new Comment(
                        firstLine,
                        at - lastBreak(text, at),
                        line,
                        after,
                        before,
                        inside.startsWith(block ? "*" : "/") || inside.startsWith("!"),
                        inside.startsWith("*<") || inside.startsWith("!<") || inside.startsWith("/<"),
                        !block,
                        inside));
                at = next;
            } else if (c == '"' || c == '\'') {
                codeInLine = true;
                at = endOfLiteral(text, at);
            } else {
                codeInLine |= c > ' ';
                at++;
            }
        }
        code.add(codeInLine);
    }

    private static int lastBreak(String text, int at) {
        return text.lastIndexOf('\n', at);
    }

    private static boolean codeFollows(String text, int from) {
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) > ' ') {
                return !text.startsWith("/*", i) && !text.startsWith("//", i) && text.charAt(i) != '\\';
            }
        }
        return false;
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        while (end > from && text.charAt(end - 1) == '\\') {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    private static int endOfLiteral(String text, int from) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n' ? 2 : 1;
        }
        return at < text.length() && text.charAt(at) == quote ? at + 1 : at;
    }

    /** Lines of {@code //} that follow each other are one comment. */
    private void add(Comment comment) {
        Comment last = comments.isEmpty() ? null : comments.get(comments.size() - 1);
        if (last != null
                && comment.lineStyle()
                && last.lineStyle()
                && !comment.afterCode()
                && last.lastLine() == comment.firstLine() - 1
                && (!last.afterCode() || last.column() == comment.column())) {
            comments.remove(comments.size() - 1);
            byLastLine.remove(last.lastLine());
            List<Comment> starting = byFirstLine.get(last.firstLine());
            starting.remove(last);
            comment = new Comment(
                    last.firstLine(),
                    last.column(),
                    comment.lastLine(),
                    last.afterCode(),
                    false,
                    last.document(),
                    last.backwards(),
                    true,
                    last.text() + "\n" + comment.text());
        }
        comments.add(comment);
        byLastLine.put(comment.lastLine(), comment);
        byFirstLine
                .computeIfAbsent(comment.firstLine(), key -> new ArrayList<>())
                .add(comment);
    }

    /** The words, without stars, slashes and indentation. */
    private static String clean(String text) {
        List<String> lines = text.lines()
                .map(HeaderComments::printable)
                .map(line -> FRAME.matcher(line).replaceFirst(""))
                .map(String::stripTrailing)
                .map(HeaderComments::withoutStars)
                .map(line -> DECORATION.matcher(line).matches() ? "" : line)
                .collect(Collectors.toCollection(ArrayList::new));
        while (!lines.isEmpty() && lines.get(0).isBlank()) {
            lines.remove(0);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        int first = lines.isEmpty() ? 0 : indentation(lines.get(0));
        int rest = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToInt(HeaderComments::indentation)
                .min()
                .orElse(0);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            result.add(line.substring(Math.min(indentation(line), i == 0 ? first : rest)));
        }
        return String.join("\n", result);
    }

    /** Without the stars at its end, and without the blanks before them. */
    private static String withoutStars(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '*') {
            end--;
        }
        return end == line.length() ? line : line.substring(0, end).stripTrailing();
    }

    /** Without control characters, and with spaces for tabs. */
    private static String printable(String line) {
        if (line.chars().noneMatch(Character::isISOControl)) {
            return line;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                out.append("    ");
            } else if (!Character.isISOControl(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
