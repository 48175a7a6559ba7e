package io.github.cffi4j.compiler.emit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a binding without glue asks of the user's library when it is loaded. Immutable.
 *
 * @param names functions and variables that it must have; {@code *} stands for any characters
 * @param checks comparisons that it must pass
 */
public record SystemRequirements(List<String> names, List<LibraryCheck> checks) {
    public SystemRequirements {
        names = List.copyOf(names);
        checks = List.copyOf(checks);
    }

    /** Nothing is asked. */
    public static SystemRequirements none() {
        return new SystemRequirements(List.of(), List.of());
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
