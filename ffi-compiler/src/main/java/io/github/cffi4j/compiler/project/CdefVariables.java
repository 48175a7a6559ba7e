package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names that the cdefs of a module declare. */
final class CdefVariables {
    private CdefVariables() {}

    /**
     * Returns the global variables of a platform, in order: an import library says which of its names are none of functions.
     */
    static List<String> of(FfiProject project, Platform platform) throws IOException {
        return names(project, Set.of(platform), true, false);
    }

    /** Returns the functions of a platform, in order. */
    static List<String> functions(FfiProject project, Platform platform) throws IOException {
        return names(project, Set.of(platform), false, true);
    }

    /** Returns the functions and variables of some platforms, in order. */
    static List<String> andFunctions(FfiProject project) throws IOException {
        return names(project, Set.copyOf(project.platforms()), true, true);
    }

    private static List<String> names(FfiProject project, Set<Platform> platforms, boolean variables, boolean functions)
            throws IOException {
        IncludableCdefs includable = new IncludableCdefs(project.layout().cdefs(), project.dependencies());
        Set<String> names = new TreeSet<>();
        for (CdefFile cdef : CdefFile.find(project.layout().cdefs())) {
            SourceText text = new SourceText(cdef.name(), cdef.text());
            try {
                ConditionalCdef parsed = CdefParser.parse(text, cdef.includePath(), includable, platforms);
                for (Platform platform : platforms) {
                    parsed.on(platform).declarations().forEach(declaration -> {
                        if (variables && declaration instanceof Declaration.Variable variable) {
                            names.add(variable.name());
                        } else if (functions && declaration instanceof Declaration.Function function) {
                            names.add(function.name());
                        }
                    });
                }
            } catch (CdefException e) {
                throw new IllegalStateException("code was generated from it: " + cdef.path(), e);
            }
        }
        return List.copyOf(names);
    }
}
