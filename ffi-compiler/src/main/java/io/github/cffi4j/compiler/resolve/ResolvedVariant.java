package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.platform.Platform;
import java.util.Set;

/** What some platforms see of a binding. */
record ResolvedVariant(Set<Platform> platforms, ResolvedBinding binding) {}
