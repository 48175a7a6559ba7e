package io.github.cffi4j.internal.loader;

import java.nio.file.Path;

/**
 * What the user set.
 *
 * @param origin for people: {@code -Dcffi4j.cache.dir} or {@code the environment variable CFFI4J_CACHE_DIR}
 */
record Setting(String origin, String value) {
    /**
     * Returns the file or folder that it names.
     *
     * @throws IllegalArgumentException if this system cannot have a file of that name, such as one with a letter that the
     *     JVM's locale does not know
     */
    Path path() {
        try {
            return Path.of(value).toAbsolutePath();
        } catch (IllegalArgumentException e) {
            throw noPath(origin, e);
        }
    }

    /** The error that a setting cannot be the name of a file. */
    static IllegalArgumentException noPath(String origin, IllegalArgumentException failure) {
        return new IllegalArgumentException(
                origin + " cannot be the name of a file on this machine: " + failure.getMessage(), failure);
    }
}
