package io.github.cffi4j.compiler.prebuilt;

import io.github.cffi4j.compiler.fetch.Sha256;
import java.nio.file.Path;

/**
 * A file of a prebuilt library for one platform.
 *
 * @param library the name of the library
 * @param file where it is
 * @param path the same below the library's folder, with slashes
 */
public record PrebuiltFile(String library, Path file, String path, Sha256 sha256) {}
