package io.github.cffi4j.loader;

/**
 * What the user set.
 *
 * @param origin for people: {@code -Dcffi4j.cache.dir} or {@code the environment variable CFFI4J_CACHE_DIR}
 */
record Setting(String origin, String value) {}
