/**
 * Declarations in, a resolved binding out: names looked up, types told apart by how their values cross, everything that cannot
 * be bound refused at its place. What platforms see differently is resolved by itself and put together at the end; nothing
 * else here knows of a platform, and nothing of a compiler, of a file, or of a name in Java.
 *
 * <p>This package has more than 25 classes, because each kind of declaration is resolved to a record of its own, half of them
 * all.
 */
package io.github.cffi4j.compiler.resolve;
