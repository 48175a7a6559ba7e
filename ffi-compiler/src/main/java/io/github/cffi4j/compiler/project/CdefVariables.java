package io.github.cffi4j.compiler.project;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The global variables that the cdefs of a module declare: an import library says which of its names are none of functions. */
final class CdefVariables {
    private CdefVariables() {}

    /** Their names on a platform, in order. */
    static List<String> of(FfiProject project, Platform platform) throws IOException {
        IncludableCdefs includable = new IncludableCdefs(project.layout().cdefs(), project.dependencies());
        Set<String> names = new TreeSet<>();
        for (CdefFile cdef : CdefFile.find(project.layout().cdefs())) {
            SourceText text = new SourceText(cdef.name(), cdef.text());
            try {
                CdefParser.parse(text, cdef.includePath(), includable, Set.of(platform))
                        .on(platform)
                        .declarations()
                        .forEach(declaration -> {
                            if (declaration instanceof Declaration.Variable variable) {
                                names.add(variable.name());
                            }
                        });
            } catch (CdefException e) {
                throw new IllegalStateException("code was generated from it: " + cdef.path(), e);
            }
        }
        return List.copyOf(names);
    }
}
