package io.github.cffi4j.compiler.project;

/**
 * The result of generating.
 *
 * @param cdefs how many cdefs there are
 * @param changed whether any Java file was written or deleted
 */
public record GeneratedSources(int cdefs, boolean changed) {}
