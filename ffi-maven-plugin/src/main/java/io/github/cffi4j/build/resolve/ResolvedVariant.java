package io.github.cffi4j.build.resolve;

import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Set;

/** What some platforms see of a binding, with the typedefs it was resolved by. */
record ResolvedVariant(Set<Platform> platforms, ResolvedBinding binding, List<ResolvedTypedef> typedefs) {}
