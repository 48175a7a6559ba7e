package io.github.cffi4j.cdef;

import java.util.List;

/**
 * What a cdef declares, in the order written.
 *
 * @param includes the cdefs whose types it uses, each with what it includes itself
 * @param declarations its own declarations; a body written inside another declaration comes before it
 * @param notes what was understood but has no effect, for the user to know
 */
public record ParsedCdef(List<IncludedCdef> includes, List<Declaration> declarations, List<Diagnostic> notes) {

    public ParsedCdef {
        includes = List.copyOf(includes);
        declarations = List.copyOf(declarations);
        notes = List.copyOf(notes);
    }
}
