package io.github.cffi4j.compiler.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what clang writes with {@code -MD}: a make rule that names every file a source included. */
final class DependencyFile {

    private DependencyFile() {}

    /** The files that the rule lists behind its colon. */
    static List<Path> read(Path file) throws IOException {
        return parse(Files.readString(file)).stream().map(Path::of).toList();
    }

    static List<String> parse(String rule) {
        String joined = rule.replace("\\\r\n", " ").replace("\\\n", " ");
        int colon = colon(joined);
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = colon + 1; i < joined.length(); i++) {
            char character = joined.charAt(i);
            if (character == '\\') {
                i = backslashes(joined, i, name);
            } else if (character == '$' && i + 1 < joined.length() && joined.charAt(i + 1) == '$') {
                name.append(joined.charAt(++i));
            } else if (character == ' ' || character == '\n' || character == '\r') {
                flush(name, names);
            } else {
                name.append(character);
            }
        }
        flush(name, names);
        return names;
    }

    /**
     * Reads backslashes. The last one before a blank or {@code #} is clang's; before a blank, it doubles those of the name too.
     *
     * @return where the last character that was read is
     */
    private static int backslashes(String rule, int start, StringBuilder name) {
        int end = start;
        while (end < rule.length() && rule.charAt(end) == '\\') {
            end++;
        }
        int count = end - start;
        char next = end < rule.length() ? rule.charAt(end) : '\0';
        if (next == '#' || next == ' ' && count % 2 == 1) {
            name.append("\\".repeat(next == '#' ? count - 1 : count / 2)).append(next);
            return end;
        }
        name.append("\\".repeat(count));
        return end - 1;
    }

    /** The colon behind the target, which is not that of a Windows drive. */
    private static int colon(String rule) {
        int colon = rule.indexOf(": ");
        if (colon < 0) {
            throw new IllegalArgumentException("not a make rule: " + rule);
        }
        return colon;
    }

    private static void flush(StringBuilder name, List<String> names) {
        if (!name.isEmpty()) {
            names.add(name.toString());
            name.setLength(0);
        }
    }
}
