package io.github.cffi4j.compiler.emit;

import java.util.regex.Pattern;

/** C text inside Javadoc. */
final class JavadocText {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private JavadocText() {}

    /** A C declaration on one line. */
    static String code(String c) {
        boolean odd = c.contains("  ") || c.contains("\n") || c.contains("\t");
        String line = odd ? BLANKS.matcher(c).replaceAll(" ").strip() : c;
        return plain(line) ? "{@code " + line + "}" : "<code>" + escaped(line) + "</code>";
    }

    /** A C declaration with its own line breaks. */
    static String block(String c) {
        if (!c.contains("\n")) {
            return code(c);
        }
        return "<pre>" + (plain(c) ? "{@code\n" + c + "\n}" : "\n" + escaped(c) + "\n") + "</pre>";
    }

    /** Returns true if {@code {@code ...}} shows the text as it is: Java reads backslash-u even in comments. */
    private static boolean plain(String c) {
        return !c.contains("\\") && !c.contains("*/") && !c.contains("@") && balanced(c);
    }

    private static boolean balanced(String c) {
        int depth = 0;
        for (char character : c.toCharArray()) {
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    /** Text in the font of code. */
    static String inCode(String c) {
        return plain(c) ? "{@code " + c + "}" : "<code>" + escaped(c) + "</code>";
    }

    /** Text that shows as it is: neither HTML nor a tag, and no end of the comment. */
    static String escaped(String c) {
        return c.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("*/", "*&#47;");
    }
}
