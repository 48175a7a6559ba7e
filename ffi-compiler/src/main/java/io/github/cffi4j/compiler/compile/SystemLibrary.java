package io.github.cffi4j.compiler.compile;

import java.nio.file.Path;
import java.util.List;

/**
 * A library of the user's system, which need not be on the machine that builds.
 *
 * @param name what the loader is asked for: a soname, an install name, the name of a DLL
 * @param used the objects that were generated from the cdefs: what they lack may be in this library
 * @param functions the names of the cdefs' functions
 * @param variables the names of the cdefs' global variables
 */
public record SystemLibrary(String name, List<Path> used, List<String> functions, List<String> variables) {
    public SystemLibrary {
        used = List.copyOf(used);
        functions = List.copyOf(functions);
        variables = List.copyOf(variables);
    }
}
