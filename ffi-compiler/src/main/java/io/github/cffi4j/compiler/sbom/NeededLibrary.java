package io.github.cffi4j.compiler.sbom;

import java.util.List;

/**
 * A library of the user's system that a module calls and no jar contains.
 *
 * @param names by which the loader is asked, in this order
 * @param platforms the classifiers of the platforms with these names
 * @param required names that it must have
 * @param checks comparisons that it must pass when it is loaded
 */
public record NeededLibrary(List<String> names, List<String> platforms, List<String> required, List<String> checks) {
    public NeededLibrary {
        names = List.copyOf(names);
        platforms = List.copyOf(platforms);
        required = List.copyOf(required);
        checks = List.copyOf(checks);
    }

    String reference() {
        return "system:" + String.join(",", names);
    }
}
