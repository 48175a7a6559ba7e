package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.platform.Platform;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The library of the user's system that a binding calls, and what is asked of it when it is loaded. Immutable.
 *
 * @param libraries its names, by platform; several are separated by commas
 * @param names functions and variables that it must have; {@code *} stands for any characters
 * @param checks comparisons that it must pass
 */
public record SystemRequirements(Map<Platform, String> libraries, List<String> names, List<LibraryCheck> checks) {
    public SystemRequirements {
        libraries = libraries.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(libraries));
        names = List.copyOf(names);
        checks = List.copyOf(checks);
    }

    /** Nothing is asked. */
    public static SystemRequirements none() {
        return of(List.of(), List.of());
    }

    /** The questions to any library. */
    public static SystemRequirements of(List<String> names, List<LibraryCheck> checks) {
        return new SystemRequirements(Map.of(), names, checks);
    }

    /** The same of a library. */
    public SystemRequirements of(Map<Platform, String> named) {
        return new SystemRequirements(named, names, checks);
    }

    /** Returns true if there is a library to ask. */
    boolean linked() {
        return !libraries.isEmpty();
    }

    /** Returns true if the library must have a name. */
    boolean requires(String name) {
        return names.stream().anyMatch(pattern -> matches(pattern, name))
                || checks.stream().anyMatch(check -> check.function().equals(name));
    }

    /** Returns true if a name is one of those that a pattern stands for. */
    public static boolean matches(String pattern, String name) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), name);
    }
}
