/**
 * Writes text, and decides nothing: names, order and inclusion were settled in {@code resolve}, values in {@code verify}.
 * The Java is the same for every platform; the C leaves every size and offset to the compiler.
 */
package io.github.cffi4j.compiler.emit;
