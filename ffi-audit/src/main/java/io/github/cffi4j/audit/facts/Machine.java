package io.github.cffi4j.audit.facts;

/**
 * The machine that code is for.
 *
 * @param name as os-maven-plugin names it: {@code x86_64}, {@code aarch_64}, {@code x86_32}; else the format's number
 * @param bits 32 or 64
 * @param bigEndian the order of its bytes
 */
public record Machine(String name, int bits, boolean bigEndian) {}
