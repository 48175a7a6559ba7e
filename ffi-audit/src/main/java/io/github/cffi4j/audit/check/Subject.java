package io.github.cffi4j.audit.check;

import java.util.Optional;

/**
 * A file to audit. Its bytes must not change while that goes on.
 *
 * @param path for people: of an entry of a jar, or of a file
 * @param expected what its place says it is for
 * @param sha256 the pinned hash, in hexadecimal digits; empty if nothing pins it
 */
public record Subject(String path, byte[] bytes, ExpectedPlatform expected, Optional<String> sha256) {}
