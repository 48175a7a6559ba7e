package io.github.cffi4j.audit.facts;

import java.util.List;

/**
 * The remains for debuggers.
 *
 * @param sections those of debug information, by name
 * @param entries debug entries of the symbol table (Mach-O's stabs, which name object files)
 * @param symbols names of the full symbol table, which only debuggers read
 */
public record DebugFacts(List<String> sections, long entries, long symbols) {
    public DebugFacts {
        sections = List.copyOf(sections);
    }
}
