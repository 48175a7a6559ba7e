package io.github.cffi4j.compiler.sbom;

/**
 * A licence to take along.
 *
 * @param path where it goes in a jar
 * @param content as its owner wrote it, in whatever encoding; not to be changed
 */
public record LicenseText(String path, byte[] content) {}
