package io.github.cffi4j.compiler.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a C comment without what makes them one: delimiters, the stars before each line, rulers. */
final class CommentLines {
    private static final Pattern LINE_COMMENT = Pattern.compile("\\s*//[/!]?<? ?");
    private static final Pattern OPENING = Pattern.compile("/\\*[*!]*<? ?");
    private static final Pattern STAR = Pattern.compile("\\s*\\*+ ?");
    private static final Pattern RULER = Pattern.compile("\\s*[-=*#~_+/]{3,}\\s*");

    /** The characters that no Java file should contain. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\t]]");

    private CommentLines() {}

    /** @param comment with its delimiters; several line comments may be one */
    static List<String> of(String comment) {
        List<String> lines = new ArrayList<>();
        boolean block = comment.startsWith("/*");
        String text = block ? OPENING.matcher(comment).replaceFirst("").replaceFirst("\\**/$", "") : comment;
        boolean stars = block
                && text.lines().skip(1).filter(line -> !line.isBlank()).allMatch(line -> line.strip()
                        .startsWith("*"));
        boolean first = true;
        for (String line : text.split("\\R", -1)) {
            Pattern frame = block ? STAR : LINE_COMMENT;
            boolean framed = !block || stars && !first;
            String plain = framed ? frame.matcher(line).lookingAt() ? strip(frame, line) : line : line;
            plain = CONTROL.matcher(plain).replaceAll(" ");
            lines.add(RULER.matcher(plain).matches() && !plain.strip().matches("~~~|```") ? "" : plain.stripTrailing());
            first = false;
        }
        return block && !stars ? unindented(lines) : lines;
    }

    private static String strip(Pattern frame, String line) {
        return frame.matcher(line).replaceFirst("");
    }

    /** The text of a comment without stars stands as far to the right as its second line. */
    private static List<String> unindented(List<String> lines) {
        int indentation = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        List<String> plain = new ArrayList<>();
        for (String line : lines) {
            plain.add(plain.isEmpty() || line.isBlank() ? line.stripLeading() : line.substring(indentation));
        }
        return plain;
    }
}
