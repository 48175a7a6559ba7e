package io.github.cffi4j.cdef.layout;

/**
 * How much memory a type takes, and where it may lie.
 *
 * @param size in bytes
 * @param alignment in bytes, a power of two
 */
public record Layout(long size, long alignment) {}
