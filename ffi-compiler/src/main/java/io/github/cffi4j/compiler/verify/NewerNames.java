package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.platform.Platform;
import java.util.Optional;
import java.util.Set;

/** Knows what a system got after the version that libraries are for: its headers keep such a name to themselves. */
@FunctionalInterface
public interface NewerNames {

    /** Returns the fix for a name that the headers of some platforms lack; empty if no later version has it. */
    Optional<String> advice(String name, Set<Platform> lacking);
}
