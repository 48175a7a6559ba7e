package io.github.cffi4j.real;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a cdef of a header whose functions all stand behind the same word, as in {@code SQLITE_API int sqlite3_sleep(int);}.
 * The types are the caller's to give; the constants are the header's macros that look like integers.
 */
final class HeaderFunctions {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern INTEGER_MACRO =
            Pattern.compile("(?m)^#define[ \\t]+([A-Z]\\w*)[ \\t]+(?=.*\\d)[-(]?(?:[A-Z_0-9|<>() -]|0x[0-9a-fA-F]+)+$");
    private static final Pattern NAME = Pattern.compile("(\\w+)\\s*\\(");

    private final String header;
    private final Properties leftOut;

    /**
     * @param leftOut functions and macros that cannot be bound, each with the reason
     */
    HeaderFunctions(String header, Properties leftOut) {
        this.header = COMMENT.matcher(header).replaceAll(" ");
        this.leftOut = leftOut;
    }

    /**
     * The declarations.
     *
     * @param mark the word before each function
     */
    String cdef(String mark) {
        Map<String, String> declarations = new LinkedHashMap<>();
        Matcher macros = INTEGER_MACRO.matcher(header);
        while (macros.find()) {
            declarations.putIfAbsent(macros.group(1), "#define " + macros.group(1) + " ...\n");
        }
        Matcher functions =
                Pattern.compile("\\b" + mark + "\\b([^;#]*\\([^;#]*);").matcher(header);
        while (functions.find()) {
            String declaration = plain(functions.group(1), mark);
            Matcher name = NAME.matcher(declaration);
            if (name.find()) {
                declarations.putIfAbsent(name.group(1), declaration + ";\n");
            }
        }
        Set<String> unknown = new TreeSet<>(leftOut.stringPropertyNames());
        unknown.removeAll(declarations.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("left out, but not in the header: " + unknown);
        }
        declarations.keySet().removeAll(leftOut.stringPropertyNames());
        return String.join("", declarations.values());
    }

    /** Without the words that mean something to some compilers only. */
    private static String plain(String declaration, String mark) {
        return declaration
                .replaceAll("\\b(" + mark + "|SQLITE_DEPRECATED|SQLITE_EXPERIMENTAL|ZEXPORT|ZEXPORTVA|FAR)\\b", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
