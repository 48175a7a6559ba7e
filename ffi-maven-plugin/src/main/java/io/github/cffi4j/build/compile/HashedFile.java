package io.github.cffi4j.build.compile;

import java.nio.file.Path;

/**
 * A file as it was at one moment.
 *
 * @param path absolute
 * @param hash of its content, in hexadecimal digits
 */
public record HashedFile(Path path, String hash) {}
