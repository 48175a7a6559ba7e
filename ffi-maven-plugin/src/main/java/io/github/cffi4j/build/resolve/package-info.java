/**
 * Declarations in, a resolved binding out: names looked up, types mapped to their ways into Java, everything that cannot
 * be bound refused at its place. Nothing here knows of a platform, a compiler or a file.
 */
package io.github.cffi4j.build.resolve;
