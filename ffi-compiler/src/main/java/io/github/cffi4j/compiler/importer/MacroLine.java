package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.HeaderMacro;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Facts about a macro that its text tells. */
final class MacroLine {

    private MacroLine() {}

    /** A declaration for an author to copy and correct: a guess, because C does not tell the types. */
    static String of(HeaderMacro macro) {
        String parameters = Arrays.stream(macro.parameters().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.equals("...") || name.endsWith("...") ? "..." : "int " + name)
                .collect(Collectors.joining(", "));
        return "int " + macro.name() + "(" + (parameters.isEmpty() ? "void" : parameters) + ");";
    }

    /** Returns true if a macro only keeps a header from being read twice. */
    static boolean isGuard(HeaderMacro macro) {
        return macro.body().equals("1")
                && macro.name().matches("(?i)_*\\w*(?:_H|_H_|_H__|_HPP|_INCLUDED|_H_INCLUDED|_H_INCLUDED_)");
    }
}
