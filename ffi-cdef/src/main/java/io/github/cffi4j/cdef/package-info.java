/**
 * The cdef language: text in, immutable declarations out.
 *
 * <p>{@link io.github.cffi4j.cdef.CdefParser} reads the text of a cdef (CFFI's language) and gives a {@link
 * io.github.cffi4j.cdef.ParsedCdef}, which says what was written and where, and nothing more: names are not looked up and
 * no expression is evaluated here. Whoever needs that (the plugin's resolver, ABI mode) stands further down the flow.
 */
package io.github.cffi4j.cdef;
