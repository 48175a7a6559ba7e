package io.github.cffi4j.compiler.importer;

import java.util.Optional;

/**
 * The text of a cdef with the part in it that is imported.
 *
 * @param before the author's text before it
 * @param recipe the line of the recipe; empty if nothing was imported yet
 * @param section what stands between the recipe and its end
 * @param after the author's text behind it
 */
record CdefText(String before, Optional<String> recipe, String section, String after) {

    /**
     * Splits a text.
     *
     * @param name of the file, for errors
     */
    static CdefText of(String name, String text) throws ImportException {
        int start = lineOf(text, ImportRecipe.START.strip(), 0, true);
        if (start < 0) {
            if (lineOf(text, ImportRecipe.END, 0, false) >= 0) {
                throw new ImportException(name + ": has '" + ImportRecipe.END + "' without a recipe before it\n"
                        + "  fix: write the recipe, such as '/* ffi:import git2.h"
                        + " */', where the imported part begins");
            }
            return new CdefText(text, Optional.empty(), "", "");
        }
        int lineEnd = text.indexOf('\n', start);
        int section = lineEnd < 0 ? text.length() : lineEnd + 1;
        int end = lineOf(text, ImportRecipe.END, section, false);
        if (end < 0) {
            if (lineOf(text, ImportRecipe.START.strip(), section, true) >= 0
                    || !text.substring(section).isBlank()) {
                throw new ImportException(name + ": the recipe has no '" + ImportRecipe.END + "' after it"
                        + "\n  fix: write that line where the imported part ends; what is behind it is kept");
            }
            end = text.length();
        }
        int after = text.indexOf('\n', end);
        String rest = after < 0 ? "" : text.substring(after + 1);
        if (lineOf(rest, ImportRecipe.START.strip(), 0, true) >= 0) {
            throw new ImportException(name + ": has two recipes"
                    + "\n  fix: name all headers in one, or import them into cdefs of their own");
        }
        return new CdefText(
                text.substring(0, start),
                Optional.of(text.substring(start, section).strip()),
                text.substring(section, end),
                rest);
    }

    /** Where a line begins that is the marker, or starts with it. */
    private static int lineOf(String text, String marker, int from, boolean prefix) {
        for (int at = text.indexOf(marker, from); at >= 0; at = text.indexOf(marker, at + 1)) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).strip();
            boolean end0 = line.equals(ImportRecipe.END);
            if ((at == 0 || text.charAt(at - 1) == '\n') && (prefix ? !end0 : end0)) {
                return at;
            }
        }
        return -1;
    }

    /** Returns true if there is a recipe, and nothing was imported by it yet. */
    boolean unfilled() {
        return recipe.isPresent() && section.isBlank();
    }

    /** The author's text alone, with as many lines, so that errors name the right ones. */
    String withoutSection() {
        return before
                + "\n".repeat((int) section.chars().filter(c -> c == '\n').count() + (recipe.isPresent() ? 2 : 0))
                + after;
    }

    /** Where the imported part begins in {@link #with}. */
    int offset(String newRecipe) {
        return start().length() + newRecipe.length() + 1;
    }

    private String start() {
        return recipe.isPresent() || before.isEmpty() || before.endsWith("\n\n")
                ? before
                : before + (before.endsWith("\n") ? "\n" : "\n\n");
    }

    /** The text with another imported part; all else stays as it is. */
    String with(String newRecipe, String newSection) {
        return start() + newRecipe + "\n" + newSection + ImportRecipe.END + "\n" + after;
    }
}
