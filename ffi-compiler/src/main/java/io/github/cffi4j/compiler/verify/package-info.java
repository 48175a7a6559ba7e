/**
 * Asks the C compiler of each platform whether the cdef tells the truth, and for the values it leaves out.
 *
 * <p>A probe is a C file that makes one claim per numbered line. What the compiler says of a line is said of the claim,
 * and so of its place in the cdef; nothing here reads C. The values come back as bytes of the object file, found by a
 * marker: no object format is parsed and nothing is run.
 */
package io.github.cffi4j.compiler.verify;
