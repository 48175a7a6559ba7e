package io.github.cffi4j.cdef;

import java.util.List;

/** A cdef as tokens, an END token last, and the directives among them. */
record LexedCdef(List<Token> tokens, List<Directive> directives) {}
