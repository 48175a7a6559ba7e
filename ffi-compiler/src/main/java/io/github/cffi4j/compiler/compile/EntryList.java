package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names a library with generated glue exports: the entries for Java, and what its author adds. Everything else is hidden,
 * whatever other people's C says of itself by {@code visibility("default")} or {@code dllexport}.
 *
 * @param patterns names; {@code *} stands for any characters
 */
record EntryList(List<String> patterns) {
    /** The names that the JVM looks up, and the layouts that generated classes read. */
    private static final List<String> ENTRIES =
            List.of("Java_*", "JavaCritical_*", "JNI_OnLoad*", "JNI_OnUnload*", "ffi_layout_*");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$.@?*]+");

    EntryList {
        patterns = List.copyOf(patterns);
    }

    /**
     * @param more the author's
     * @throws WrongSettingException if one of them cannot be the name of a symbol
     */
    static EntryList with(List<String> more) {
        List<String> all = new ArrayList<>(ENTRIES);
        for (String name : more) {
            if (!NAME.matcher(name).matches()) {
                throw new WrongSettingException(
                        "<exports>: '" + name
                                + "' is not the name of a function or variable in C; fix: write it as C does, with * for any characters");
            }
            all.add(name);
        }
        return new EntryList(all);
    }

    /** Returns true if a symbol is exported. On macOS and 32-bit Windows the names of C have an underscore in front. */
    boolean keeps(String symbol) {
        return patterns.stream()
                .anyMatch(pattern -> regex(pattern).matcher(symbol).matches());
    }

    /** The version script that says so to a linker for ELF. */
    String versionScript() {
        return patterns.stream()
                .map(pattern -> pattern.contains("*") ? pattern : "\"" + pattern + "\"")
                .collect(Collectors.joining("; ", "{ global: ", "; local: *; };\n"));
    }

    private static Pattern regex(String pattern) {
        return Pattern.compile("_?\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E(@\\d+)?", Pattern.DOTALL);
    }
}
