package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.Span;

/**
 * One thing a cdef says that the compiler can confirm or deny.
 *
 * @param kind what sort of thing
 * @param chain what it is part of, such as a struct or a function: of one chain only the most basic failures are told
 * @param subject what it is about, as C names it
 * @param claimed what the cdef says of it, as C text
 * @param span where the cdef says so
 */
record Claim(ClaimKind kind, String chain, String subject, String claimed, Span span) {}
