package io.github.cffi4j.compiler.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * What is imported from where. It stands in the cdef as a comment, so that an import can be repeated.
 *
 * @param headers as an {@code #include} names them
 * @param from patterns of files whose declarations are taken; empty for the headers and what is beside and below them
 * @param functions patterns of the names of functions and variables
 * @param constants patterns of the names of macros and enumerators
 * @param types patterns of the names of types that come without being needed
 * @param opaque patterns of the names of structs and unions that are only handles
 * @param used whether only what the Java sources mention is taken
 * @param comments whether the headers' comments are taken
 */
public record ImportRecipe(
        List<String> headers,
        List<String> from,
        Optional<String> functions,
        Optional<String> constants,
        Optional<String> types,
        Optional<String> opaque,
        boolean used,
        boolean comments) {
    static final String START = "/* ffi:import ";
    static final String END = "/* ffi:import end */";
    private static final String CLOSE = " */";
    private static final String SEPARATOR = " · ";

    public ImportRecipe {
        headers = List.copyOf(headers);
        from = List.copyOf(from);
    }

    /** Imports all of some headers. */
    public static ImportRecipe of(String... headers) {
        return new ImportRecipe(
                List.of(headers),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true);
    }

    /** The comment. */
    String line() {
        List<String> parts = new ArrayList<>(List.of(String.join(" ", headers)));
        if (!from.isEmpty()) {
            parts.add("from " + String.join(" ", from));
        }
        functions.ifPresent(names -> parts.add("functions " + names));
        constants.ifPresent(names -> parts.add("constants " + names));
        types.ifPresent(names -> parts.add("types " + names));
        opaque.ifPresent(names -> parts.add("opaque " + names));
        if (used) {
            parts.add("used");
        }
        if (!comments) {
            parts.add("comments false");
        }
        return START + String.join(SEPARATOR, parts) + CLOSE;
    }

    /** Reads the comment. */
    static ImportRecipe parse(String line) throws ImportException {
        String inside = line.strip();
        if (!inside.startsWith(START.strip()) || !inside.endsWith(CLOSE.strip())) {
            throw new ImportException("not a recipe: " + inside);
        }
        inside = inside.substring(
                        START.strip().length(), inside.length() - CLOSE.strip().length())
                .strip();
        String[] parts = inside.split("\\s*·\\s*");
        ImportRecipe recipe = of(words(parts[0]).toArray(String[]::new));
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            recipe = recipe.with(part.strip(), inside);
        }
        recipe.check();
        return recipe;
    }

    private ImportRecipe with(String part, String whole) throws ImportException {
        String[] word = part.split("\\s+", 2);
        String value = word.length > 1 ? word[1].strip() : "";
        Optional<String> names = Optional.of(value);
        return switch (word[0]) {
            case "from" -> new ImportRecipe(headers, words(value), functions, constants, types, opaque, used, comments);
            case "functions" -> new ImportRecipe(headers, from, names, constants, types, opaque, used, comments);
            case "constants" -> new ImportRecipe(headers, from, functions, names, types, opaque, used, comments);
            case "types" -> new ImportRecipe(headers, from, functions, constants, names, opaque, used, comments);
            case "opaque" -> new ImportRecipe(headers, from, functions, constants, types, names, used, comments);
            case "used" -> new ImportRecipe(headers, from, functions, constants, types, opaque, true, comments);
            case "comments" ->
                new ImportRecipe(headers, from, functions, constants, types, opaque, used, !value.equals("false"));
            default ->
                throw new ImportException("'" + part + "' is no part of a recipe, in: " + whole
                        + "\n"
                        + "  fix: use from, functions, constants, types, opaque, used and comments, with ' · '"
                        + " between them");
        };
    }

    /**
     * Refuses what cannot stand in the comment or is no pattern.
     *
     * @throws ImportException if something is wrong with it
     */
    void check() throws ImportException {
        if (headers.isEmpty()) {
            throw new ImportException("no header is named; fix: name it, as in -Dheader=git2.h");
        }
        for (String header : headers) {
            if (header.startsWith("/") || header.matches("[A-Za-z]:.*") || header.contains("\\")) {
                throw new ImportException("-Dheader=" + header
                        + ": is a path of this machine\n  fix: name the header as C includes it, such as "
                        + header.replaceFirst(".*[/\\\\]", "") + ", and its folder in <includes>");
            }
            if (!header.matches("[^\\s\"<>*·]+")) {
                throw new ImportException("-Dheader=" + header
                        + ": is no name of a header\n  fix: name it as C includes it, such as git2.h or curl/curl.h");
            }
        }
        for (String pattern : from) {
            if (pattern.contains("*/")) {
                throw new ImportException("-Dfrom=" + pattern + ": '*/' would end the comment that the recipe is in"
                        + "\n  fix: '**' stands for any folders, as in git2/**.h");
            }
        }
        check("functions", functions);
        check("constants", constants);
        check("types", types);
        check("opaque", opaque);
    }

    private static void check(String name, Optional<String> pattern) throws ImportException {
        if (pattern.isEmpty()) {
            return;
        }
        if (NamePatterns.split(pattern.get()).isEmpty()
                || pattern.get().contains("*/")
                || pattern.get().contains("·")) {
            throw new ImportException("-D" + name + "=" + pattern.get() + ": is no pattern of names");
        }
        try {
            NamePatterns.of(pattern.get());
        } catch (PatternSyntaxException e) {
            throw new ImportException(
                    "-D" + name + "=" + pattern.get() + ": " + e.getDescription()
                            + "\n  fix: write names and regular expressions, such as git_repository_*,git_libgit2_(init|shutdown)");
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
