package io.github.cffi4j.audit.facts;

/**
 * A time in a file.
 *
 * @param place what carries it: {@code "the file header"}
 * @param seconds since 1970
 */
public record Timestamp(String place, long seconds) {}
