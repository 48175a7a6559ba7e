package io.github.cffi4j.cdef;

import java.util.List;

/**
 * What a cdef declares, in the order written.
 *
 * @param declarations the declarations; a body written inside another declaration comes before it
 * @param notes what was understood but has no effect, for the user to know
 */
public record ParsedCdef(List<Declaration> declarations, List<Diagnostic> notes) {

    public ParsedCdef {
        declarations = List.copyOf(declarations);
        notes = List.copyOf(notes);
    }
}
