package io.github.cffi4j.audit.facts;

/**
 * A name a library offers, as C spells it: without Mach-O's leading underscore.
 *
 * @param address where it is in the image, before relocation; 0 where there is none (a forwarded or absolute name)
 */
public record ExportedSymbol(String name, long address) {}
