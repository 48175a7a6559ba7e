/**
 * The cdef language: text in, immutable declarations out.
 *
 * <p>{@link io.github.cffi4j.cdef.CdefParser} reads the text of a cdef (CFFI's language) and gives a {@link
 * io.github.cffi4j.cdef.ParsedCdef}, which says what was written and where, and nothing more: names are not looked up and
 * no expression is evaluated here. That is what {@code cdef.model} and {@code cdef.layout} are for.
 *
 * <p>The package has more than 25 classes because the parser builds declarations, and both are one grammar: a dozen public
 * types of declarations, and the parsers that follow them construct by construct. Apart, the parsers' helpers ({@code Token},
 * {@code Grammar}, {@code Keyword}) would have to be public.
 */
package io.github.cffi4j.cdef;
