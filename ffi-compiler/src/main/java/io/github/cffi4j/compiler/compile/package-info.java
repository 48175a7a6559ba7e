/**
 * C to libraries: arguments for zig, one compile per source and target, one link per target, nothing done twice.
 *
 * <p>What is up to date is decided by content: of sources, of the headers they include, of the arguments and of the
 * compiler. Times of files play no part.
 */
package io.github.cffi4j.compiler.compile;
