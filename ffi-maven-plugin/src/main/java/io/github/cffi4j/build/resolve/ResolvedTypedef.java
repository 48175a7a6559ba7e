package io.github.cffi4j.build.resolve;

import io.github.cffi4j.cdef.Span;

/** What a typedef stands for. */
record ResolvedTypedef(String cName, ResolvedType type, Span nameSpan) {}
