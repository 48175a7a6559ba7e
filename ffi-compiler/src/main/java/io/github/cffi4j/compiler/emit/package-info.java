/**
 * Writes text, and decides nothing: names, order and inclusion were settled in {@code resolve}, values in {@code verify}.
 * The Java is the same for every platform; the C leaves every size and offset to the compiler.
 *
 * <p>This package has more than 25 classes, because each kind of declaration has an emitter for its Java and one for its C, which
 * must agree on names, slots and layouts. They share package-private writers and tables, and only a few are called from outside.
 */
package io.github.cffi4j.compiler.emit;
