/**
 * Declarations in, a resolved binding out: names looked up, types mapped to their ways into Java, everything that cannot
 * be bound refused at its place. What platforms see differently is resolved by itself and put together at the end; nothing
 * else here knows of a platform, and nothing of a compiler or a file.
 *
 * <p>This package has more than 25 classes, because each kind of declaration is resolved to a record of its own, half of them all, and
 * C's meaning and Java's names are still resolved together. Decision 0032 says how they are going to part.
 */
package io.github.cffi4j.compiler.resolve;
