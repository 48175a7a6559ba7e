package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.Declared;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.naming.NamedParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment of the cdef as Javadoc: its paragraphs, lists and code, and what it says of parameters and the result, with
 * Doxygen's commands. Its text never becomes HTML or a tag of Javadoc.
 */
final class DocComment {
    private static final DocComment NONE = new DocComment();

    private static final Pattern COMMAND =
            Pattern.compile("[@\\\\]([a-zA-Z]+|[{}])(?:\\[[^\\]]*\\]|\\{[^}]*\\})?(?:\\s+(.*))?");
    private static final String BACKTICKS = "```";
    private static final String TILDES = "~~~";
    private static final Pattern ITEM = Pattern.compile("(?:([-*+])|(-#|\\d{1,3}[.)]))\\s+(.*)");

    private final DocText body = new DocText();
    private final Map<String, DocText> parameters = new LinkedHashMap<>();
    private final DocText result = new DocText();
    private DocText deprecated;

    /** The part of the comment that the next line belongs to. */
    private DocText current = body;

    private DocComment() {}

    /** Reads the comment about a declaration; nothing if there is none, or if it is about a file or a group. */
    static DocComment of(Declared declared) {
        if (declared.comment().isEmpty()) {
            return NONE;
        }
        List<String> lines = CommentLines.of(declared.comment().get());
        if (lines.stream().anyMatch(DocComment::ofSomethingElse)) {
            return NONE;
        }
        DocComment comment = new DocComment();
        comment.read(lines);
        return comment;
    }

    private static boolean ofSomethingElse(String line) {
        String text = line.strip();
        return text.startsWith("ffi:import")
                || text.matches("[@\\\\](file|mainpage|page|defgroup|addtogroup|dir|name)\\b.*");
    }

    private void read(List<String> lines) {
        String end = "";
        for (String line : lines) {
            String text = line.strip();
            if (!end.isEmpty()) {
                end = code(line, end);
                continue;
            }
            end = codeEnd(text);
            if (!end.isEmpty()) {
                current.startCode();
                Matcher command = COMMAND.matcher(text);
                if (command.matches() && command.group(2) != null) {
                    end = code(command.group(2), end);
                }
            } else if (text.isEmpty()) {
                current.endParagraph();
                if (current != body && current.written()) {
                    current = body;
                }
            } else {
                read(line, text);
            }
        }
        body.endCode();
        parameters.values().forEach(DocText::endCode);
        result.endCode();
    }

    /** Reads a line of code; returns how the code ends, and nothing if it has ended. */
    private String code(String line, String end) {
        int at = isFence(end) ? (line.strip().startsWith(end) ? line.indexOf(end) : -1) : line.indexOf(end);
        if (at < 0) {
            current.code(line);
            return end;
        }
        if (!line.substring(0, at).isBlank()) {
            current.code(line.substring(0, at));
        }
        current.endCode();
        String rest = line.substring(at + end.length()).strip();
        if (!isFence(end) && !rest.isEmpty()) {
            read(rest, rest);
        }
        return "";
    }

    private static boolean isFence(String end) {
        return end.equals(BACKTICKS) || end.equals(TILDES);
    }

    /** How code ends that begins with a line; empty if it begins none. */
    private static String codeEnd(String line) {
        Matcher command = COMMAND.matcher(line);
        if (command.matches()
                && (command.group(1).equals("code") || command.group(1).equals("verbatim"))) {
            return line.charAt(0) + "end" + command.group(1);
        }
        // A fence that is closed on its own line is a part of the text.
        String fence = line.startsWith(BACKTICKS) ? BACKTICKS : line.startsWith(TILDES) ? TILDES : "";
        return fence.isEmpty() || line.indexOf(fence, fence.length()) >= 0 ? "" : fence;
    }

    private void read(String line, String text) {
        Matcher command = COMMAND.matcher(text);
        Matcher item = ITEM.matcher(text);
        if (command.matches()) {
            command(command.group(1), Optional.ofNullable(command.group(2)).orElse(""), text);
        } else if (item.matches()) {
            current.item(item.group(2) != null, item.group(3));
        } else {
            current.line(text, !line.isEmpty() && Character.isWhitespace(line.charAt(0)));
        }
    }

    private void command(String command, String rest, String text) {
        switch (command) {
            case "brief", "short", "details", "par", "paragraph", "internal" -> paragraph("", rest);
            case "param", "tparam" -> {
                String[] words = rest.split("\\s+", 2);
                current = parameters.computeIfAbsent(words[0], name -> new DocText());
                current.line(words.length > 1 ? words[1] : "", false);
            }
            case "return", "returns", "result" -> {
                current = result;
                current.line(rest, false);
            }
            case "retval" -> {
                String[] words = rest.split("\\s+", 2);
                current = result;
                current.item(false, "`" + words[0] + "` " + (words.length > 1 ? words[1] : ""));
            }
            case "deprecated" -> {
                deprecated = deprecated == null ? new DocText() : deprecated;
                current = deprecated;
                current.line(rest, false);
            }
            case "note", "remark", "remarks" -> paragraph("Note: ", rest);
            case "warning", "attention" -> paragraph("Warning: ", rest);
            case "see", "sa" -> paragraph("See also: ", rest);
            case "since", "version" -> paragraph("Since: ", rest);
            case "throws", "throw", "exception" -> paragraph("Throws: ", rest);
            case "pre" -> paragraph("Before the call: ", rest);
            case "post" -> paragraph("After the call: ", rest);
            case "li", "arg" -> current.item(false, rest);
            case "ingroup",
                    "fn",
                    "def",
                    "struct",
                    "union",
                    "enum",
                    "typedef",
                    "var",
                    "memberof",
                    "relates",
                    "author",
                    "date",
                    "copyright",
                    "{",
                    "}",
                    "hideinitializer",
                    "endinternal" -> {
                // Says where Doxygen puts it, or who wrote it.
            }
            default -> current.line(text, false);
        }
    }

    private void paragraph(String prefix, String rest) {
        current = body;
        body.endParagraph();
        body.line(prefix + rest, false);
    }

    /** The description, and then the C declaration or what else is said of it. */
    String before(String declared) {
        String text = body.html();
        return text.isEmpty() ? declared : text + (declared.startsWith("<pre>") ? "\n\n" : "\n\n<p>") + declared;
    }

    /** Returns a text with the description behind it. */
    String behind(String said) {
        String text = body.html();
        return text.isEmpty() ? said : said + "\n\n<p>" + text;
    }

    /**
     * Lines with tags of Javadoc.
     *
     * @param range what values a parameter takes, if not all of its Java type
     * @param returns whether the Java method returns something
     */
    String parameters(List<NamedParameter> declared, Ranges range, boolean returns) {
        StringBuilder tags = new StringBuilder();
        for (NamedParameter named : declared) {
            Parameter parameter = named.parameter();
            String text = Optional.ofNullable(parameters.get(parameter.cName()))
                    .map(DocText::html)
                    .orElse("");
            String values = range.of(parameter).orElse("");
            if (!text.isEmpty() || !values.isEmpty()) {
                tags.append("\n@param ")
                        .append(named.javaName())
                        .append(' ')
                        .append(text.isEmpty() ? values : values.isEmpty() ? text : text + " (" + values + ")");
            }
        }
        String given = result.html();
        return tags + (returns && !given.isEmpty() ? "\n@return " + given : "");
    }

    /** The values that a parameter takes. */
    interface Ranges {
        Optional<String> of(Parameter parameter);
    }

    /** A line with the tag for what is deprecated, or nothing. */
    String deprecation() {
        if (deprecated == null) {
            return "";
        }
        String why = deprecated.html();
        return "\n@deprecated " + (why.isEmpty() ? "by the library" : why);
    }

    /**
     * Javadoc with more tags.
     *
     * @param tags lines, each after a line break
     */
    static String tagged(String javadoc, String tags) {
        return tags.isEmpty() ? javadoc : javadoc + (javadoc.contains("\n@") ? "" : "\n") + tags;
    }
}
