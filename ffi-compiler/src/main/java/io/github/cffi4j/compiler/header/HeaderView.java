package io.github.cffi4j.compiler.header;

import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one platform's compiler sees of headers.
 *
 * @param platform the one whose compiler was asked; others may see the same
 * @param declarations in their order: functions and variables of the wanted files, types of all files
 * @param wanted which files are wanted
 * @param macros of the wanted files
 * @param kinds what the macros without parameters are
 * @param onlyCxx how many declarations of the wanted files only C++ knows
 */
public record HeaderView(
        Platform platform,
        List<CDeclaration> declarations,
        Predicate<String> wanted,
        List<HeaderMacro> macros,
        Map<String, MacroKind> kinds,
        int onlyCxx) {

    public HeaderView {
        declarations = List.copyOf(declarations);
        macros = List.copyOf(macros);
        kinds = Map.copyOf(kinds);
    }
}
