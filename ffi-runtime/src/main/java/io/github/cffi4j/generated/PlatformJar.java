package io.github.cffi4j.generated;

/**
 * The service that the jar of a platform provides if it is a module. Java's service binding resolves that module, so nobody has
 * to name it. The service has no methods: the loader finds the library as a resource, on the module path and on the class path.
 */
public interface PlatformJar {}
