package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A function of the glue: its body, and the JNI entry around it. Parameters are called {@code ffi_0}, {@code ffi_1} and
 * so on: the names of the cdef may be macros in the headers, and any other name may be one of the library's.
 *
 * @param name what its body is called behind {@code ffi_call_}
 * @param method the native method of the Java class
 * @param declaration what the cdef says, for a comment
 * @param span where it says so, for debuggers
 */
record GlueFunction(
        String name,
        String method,
        String declaration,
        Span span,
        List<String> parameters,
        List<String> statements,
        String result) {

    GlueFunction(String method, String declaration, Span span) {
        this(method, method, declaration, span, List.of(), List.of(), "void");
    }

    /** One that java.lang.foreign calls by its body; JNI's native method has a name of its own. */
    static GlueFunction downcall(String name, String declaration, Span span) {
        return new GlueFunction(name, Downcall.jniMethod(name), declaration, span, List.of(), List.of(), "void");
    }

    int parameterCount() {
        return parameters.size();
    }

    GlueFunction parameter(String type) {
        return new GlueFunction(name, method, declaration, span, with(parameters, type), statements, result);
    }

    GlueFunction statement(String statement) {
        return new GlueFunction(name, method, declaration, span, parameters, with(statements, statement), result);
    }

    GlueFunction returning(String type, String statement) {
        return new GlueFunction(name, method, declaration, span, parameters, with(statements, statement), type);
    }

    /** Joined and not formatted: of a large binding this is most of what its glue takes to write. */
    String text(JniEntries entries) {
        String declared = numbered((type, i) -> type + " ffi_" + i);
        String body = "ffi_call_" + name;
        return "\n/* " + declaration.replace("*/", "* /") + " */\n"
                + "static inline " + result + " " + body + "(" + (declared.isEmpty() ? "void" : declared) + ") {\n"
                + "#line " + span.position().line() + " \"" + span.position().file() + "\"\n"
                + "    " + String.join(" ", statements) + "\n"
                + "}\n"
                + entries.head(result, method, declared.isEmpty() ? "" : ", " + declared) + " {\n"
                + "    " + (result.equals("void") ? "" : "return ") + body + "(" + numbered((type, i) -> "ffi_" + i)
                + ");\n"
                + "}\n";
    }

    private interface Numbered {
        String text(String type, int index);
    }

    private String numbered(Numbered each) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> each.text(parameters.get(i), i))
                .collect(Collectors.joining(", "));
    }

    private static List<String> with(List<String> list, String more) {
        List<String> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
