/**
 * Declarations in, a resolved binding out: names looked up, types mapped to their ways into Java, everything that cannot
 * be bound refused at its place. What platforms see differently is resolved by itself and put together at the end; nothing
 * else here knows of a platform, and nothing of a compiler or a file.
 */
package io.github.cffi4j.compiler.resolve;
