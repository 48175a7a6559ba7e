/**
 * How a value of each kind of C type crosses between Java and C, told once: a class for each kind of
 * {@link io.github.cffi4j.cdef.model.ResolvedType}. The emitters ask it, and do not ask for the kind.
 *
 * <p>The package has more than 25 classes because each of 13 kinds has one. They are sealed, so they share a package.
 */
package io.github.cffi4j.compiler.emit.crossing;
