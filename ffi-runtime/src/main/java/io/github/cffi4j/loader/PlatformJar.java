package io.github.cffi4j.loader;

/**
 * The service that the jar of a platform provides, when it is a module: so Java's service binding takes it along, and nobody
 * has to name it. It has nothing to call; the loader finds the library as a resource, on the module path as on the class path.
 */
public interface PlatformJar {}
