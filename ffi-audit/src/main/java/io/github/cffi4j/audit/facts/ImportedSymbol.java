package io.github.cffi4j.audit.facts;

/**
 * A name a library asks for, as C spells it.
 *
 * @param library the one it is to come from; empty where the format does not say (ELF without versions)
 * @param version the version of it: {@code GLIBC_2.17}; empty if there is none
 */
public record ImportedSymbol(String name, String library, String version) {}
