package io.github.cffi4j.compiler.importer;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which names are wanted.
 *
 * @param functions of functions and variables
 * @param constants of macros and enumerators
 * @param types of types that come even if nothing needs them
 * @param opaque of structs and unions that are only handles
 */
record Filters(
        Predicate<String> functions, Predicate<String> constants, Predicate<String> types, Predicate<String> opaque) {

    /**
     * @param mentioned the names in the Java sources, for a recipe that takes only these
     */
    static Filters of(ImportRecipe recipe, Set<String> mentioned) {
        boolean all = recipe.functions().isEmpty() && !recipe.used();
        Predicate<String> named = mentioned::contains;
        Predicate<String> used = recipe.used() ? named : name -> true;
        return new Filters(
                used.and(matching(recipe.functions(), true)),
                used.and(matching(recipe.constants(), true)),
                recipe.used() ? named.or(matching(recipe.types(), false)) : matching(recipe.types(), all),
                matching(recipe.opaque(), false));
    }

    /** These without some functions. */
    Filters without(Set<String> some) {
        return new Filters(functions.and(name -> !some.contains(name)), constants, types, opaque);
    }

    private static Predicate<String> matching(Optional<String> pattern, boolean without) {
        return pattern.map(NamePatterns::of)
                .<Predicate<String>>map(
                        compiled -> name -> compiled.matcher(name).matches())
                .orElse(name -> without);
    }
}
