package io.github.cffi4j.compiler.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * The patterns of names in a recipe, with commas between them. Each is a regular expression for the whole name. In it, a star
 * behind a letter, a digit or an underscore stands for the rest of a name, as in {@code sqlite3_open*}: as a regular
 * expression, that would repeat the letter, which nobody wants.
 */
final class NamePatterns {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private NamePatterns() {}

    /**
     * Returns one pattern for all of them.
     *
     * @throws PatternSyntaxException if one is none
     */
    static Pattern of(String text) {
        return Pattern.compile(split(text).stream()
                .map(NamePatterns::expression)
                .map(expression -> "(?:" + expression + ")")
                .collect(Collectors.joining("|")));
    }

    /** The patterns, one by one. */
    static List<String> split(String text) {
        List<String> patterns = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (OPENING.indexOf(c) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(c) >= 0) {
                depth--;
            } else if (c == ',' && depth == 0) {
                patterns.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        patterns.add(text.substring(start).strip());
        patterns.removeIf(String::isEmpty);
        return patterns;
    }

    private static String expression(String pattern) {
        StringBuilder expression = new StringBuilder();
        boolean name = true;
        boolean set = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                expression.append(c).append(pattern.charAt(++i));
                name = false;
                continue;
            }
            set = set ? c != ']' : c == '[';
            expression.append(c == '*' && name && !set ? ".*" : c);
            // A star at the beginning stands for the beginning of a name.
            name = Character.isLetterOrDigit(c) || "_$(|".indexOf(c) >= 0;
        }
        return expression.toString();
    }
}
