package io.github.cffi4j.compiler.importer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A wish to import headers, or to import them again.
 *
 * @param to the cdef, by its path below the folder of cdefs; if empty, all cdefs with a recipe
 * @param changes what the caller says of the recipe; the rest stays as the cdef has it
 * @param check whether to fail where a cdef would change, and to write nothing
 * @param javaRoots the module's Java sources, for a recipe that takes what they use
 */
public record ImportRequest(Optional<String> to, Changes changes, boolean check, List<Path> javaRoots) {
    public ImportRequest {
        javaRoots = List.copyOf(javaRoots);
    }

    /** Parts of a recipe; those that are empty stay as they are. */
    public record Changes(
            List<String> headers,
            List<String> from,
            Optional<String> functions,
            Optional<String> constants,
            Optional<String> types,
            Optional<String> opaque,
            Optional<Boolean> used,
            Optional<Boolean> comments) {
        public Changes {
            headers = List.copyOf(headers);
            from = List.copyOf(from);
        }

        /** Changes that change nothing. */
        public static Changes none() {
            return ofHeaders();
        }

        /** All of some headers. */
        public static Changes ofHeaders(String... headers) {
            return new Changes(
                    List.of(headers),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        ImportRecipe applyTo(ImportRecipe recipe) {
            return new ImportRecipe(
                    headers.isEmpty() ? recipe.headers() : headers,
                    from.isEmpty() ? recipe.from() : from,
                    functions.or(recipe::functions),
                    constants.or(recipe::constants),
                    types.or(recipe::types),
                    opaque.or(recipe::opaque),
                    used.orElse(recipe.used()),
                    comments.orElse(recipe.comments()));
        }
    }
}
