/**
 * Asks the C compiler of each platform whether the cdef tells the truth, and for the values it leaves out.
 *
 * <p>A probe is a C file that makes one claim per numbered line. What the compiler says of a line is said of the claim,
 * and so of its place in the cdef; nothing here reads C. The values come back as bytes of the object file, found by a
 * marker: no object format is parsed and nothing is run.
 *
 * <p>This package has more than 25 classes, because each kind of declaration states its claims in a class of its own, and each kind
 * of false claim is explained by another. All of them share the numbering of claims, which is nobody else's business.
 */
package io.github.cffi4j.compiler.verify;
