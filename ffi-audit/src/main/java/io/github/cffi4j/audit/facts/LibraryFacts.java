package io.github.cffi4j.audit.facts;

/** All that was read from one library. Immutable. */
public sealed interface LibraryFacts permits ElfFacts, MachOFacts, PeFacts {
    /** Returns the facts that all formats have. */
    CommonFacts common();

    /** The format's name for people: {@code ELF}. */
    String format();
}
