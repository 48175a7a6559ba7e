/**
 * Declarations in, a binding of {@code cdef.model} out: names looked up, types told apart by how their values cross, everything
 * that cannot be bound refused at its place. What platforms see differently is resolved by itself and put together at the end;
 * nothing else here knows of a platform, and nothing of a compiler, of a file, or of a name in Java.
 */
package io.github.cffi4j.compiler.resolve;
