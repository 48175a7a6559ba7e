package io.github.cffi4j.compiler.trace;

/**
 * A piece of work that is done.
 *
 * @param kind what kind of work, for sums
 * @param name which of its kind
 * @param thread the name of the thread that did it
 * @param start in nanoseconds since the trace began
 * @param duration in nanoseconds
 */
public record Span(String kind, String name, String thread, long start, long duration) {}
