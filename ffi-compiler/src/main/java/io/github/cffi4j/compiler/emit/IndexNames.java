package io.github.cffi4j.compiler.emit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of the places in a {@link LayoutTable}, as Java writes them: {@code sizeof_point} for {@code sizeof(struct point)}.
 * Each is a constant that javac puts where it is used, so nothing of this is loaded at run time.
 */
final class IndexNames {
    /** The interface that holds the constants. */
    static final String CLASS = "Index";

    /** A class has 65,535 entries in its constant pool, of which each name takes two. */
    private static final int MAX_IN_CLASS = 20_000;

    /** In characters: types without a name are spelt by what holds them, at any depth. */
    private static final int MAX_LENGTH = 100;

    /** How the table's expressions begin, and what people call that. */
    private static final Map<String, String> PREFIXES = Map.of(
            "FFI_INTEGER(", "integer_",
            "FFI_FLOATING(", "floating_",
            "FFI_ON(", "on_",
            "sizeof(", "sizeof_",
            "_Alignof(", "alignof_",
            "__builtin_offsetof(", "offsetof_",
            "(ffi_jlong)(", "value_");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repeated = new HashMap<>();

    /** The name for one more C expression. */
    String of(String expression) {
        return free(wanted(expression));
    }

    /** The name for the place of a bitfield, such as {@code struct point.x}. */
    String ofPlace(String field) {
        return free(wanted("__builtin_offsetof(" + field + ")").replaceFirst("^offsetof_", "bits_"));
    }

    /** The name for the value of a constant with a type. */
    String ofConstant(String constant) {
        return free("constant_" + constant);
    }

    private String free(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name = wanted + "_" + repeated.merge(wanted, 1, Integer::sum);
        }
        return name;
    }

    /** Writes the constants, in the class that the native methods are in. */
    static void emit(JavaWriter out, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        out.blank().javadoc("The places in the table that the library has of itself.");
        if (names.size() <= MAX_IN_CLASS) {
            constants(out, CLASS, names, 0);
            return;
        }
        StringBuilder parts = new StringBuilder();
        for (int first = 0; first < names.size(); first += MAX_IN_CLASS) {
            parts.append(first == 0 ? "" : ", ").append(part(first));
        }
        out.lines("interface " + CLASS + " extends " + parts + " {}");
        for (int first = 0; first < names.size(); first += MAX_IN_CLASS) {
            out.blank();
            constants(out, part(first), names.subList(first, Math.min(names.size(), first + MAX_IN_CLASS)), first);
        }
    }

    private static void constants(JavaWriter out, String name, List<String> constants, int first) {
        out.open("interface " + name);
        for (int i = 0; i < constants.size(); i++) {
            out.lines("int " + constants.get(i) + " = " + (first + i) + ";");
        }
        out.close();
    }

    private static String part(int first) {
        return CLASS + "$" + first / MAX_IN_CLASS;
    }

    private static String wanted(String expression) {
        int end = expression.startsWith("(ffi_jlong)") ? expression.indexOf('(', 1) + 1 : expression.indexOf('(') + 1;
        StringBuilder name = new StringBuilder(PREFIXES.get(expression.substring(0, end)));
        String words = expression
                .substring(end, expression.length() - 1)
                .replace("struct ", "")
                .replace("union ", "")
                .replace("enum ", "")
                .replace(" *)0)->", " ")
                .replace("FFI_", "");
        boolean between = false;
        for (int i = 0; i < words.length() && name.length() < MAX_LENGTH; i++) {
            char c = words.charAt(i);
            if (c == '_' || Character.isLetterOrDigit(c)) {
                name.append(between ? "_" : "").append(c);
                between = false;
            } else {
                between = name.charAt(name.length() - 1) != '_';
            }
        }
        return name.toString();
    }
}
