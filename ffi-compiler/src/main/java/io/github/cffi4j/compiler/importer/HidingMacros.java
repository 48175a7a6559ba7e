package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.CDeclaration;
import io.github.cffi4j.compiler.header.HeaderMacro;
import io.github.cffi4j.compiler.header.HeaderView;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Macros that hide the functions of their names, because they take another number of arguments: {@code curl_easy_setopt} takes
 * any number of them, and the macro, which checks their types, three.
 */
final class HidingMacros {
    static final String REASON =
            "a macro of its name takes another number of arguments; fix: '#undef' it in the preamble";

    private HidingMacros() {}

    /** The names of such macros on one platform. */
    static Set<String> in(HeaderView view) {
        Map<String, HeaderMacro> macros = new HashMap<>();
        for (HeaderMacro macro : view.macros()) {
            if (macro.takesArguments() && !macro.parameters().contains("...")) {
                macros.put(macro.name(), macro);
            }
        }
        Set<String> hiding = new TreeSet<>();
        for (CDeclaration declaration : view.declarations()) {
            if (declaration instanceof CDeclaration.Function function
                    && macros.containsKey(function.name())
                    && (isVariadic(function)
                            || count(macros.get(function.name()))
                                    != function.parameters().size())) {
                hiding.add(function.name());
            }
        }
        return hiding;
    }

    private static boolean isVariadic(CDeclaration.Function function) {
        return function.plainType().endsWith("...)") || function.type().endsWith("...)");
    }

    private static int count(HeaderMacro macro) {
        return macro.parameters().isBlank() ? 0 : macro.parameters().split(",").length;
    }

    /** The lines of a preamble that take the macros away, so that the functions are called. */
    static String undefined(Set<String> macros) {
        StringBuilder lines = new StringBuilder();
        macros.forEach(macro -> lines.append("#undef ").append(macro).append('\n'));
        return lines.isEmpty()
                ? ""
                : "\n/* These macros take another number of arguments than the functions of their names. */\n" + lines;
    }
}
