package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together the diagnostics of the variants of one cdef: each once, and where it holds, if not everywhere. */
public final class PlatformDiagnostics {
    private final Set<Platform> all;
    private final Map<Diagnostic, Set<Platform>> found = new LinkedHashMap<>();

    /**
     * @param all the platforms the cdef is for
     */
    public PlatformDiagnostics(Set<Platform> all) {
        this.all = Set.copyOf(all);
    }

    /** Adds what was found in one variant. */
    public void add(Set<Platform> platforms, List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            found.computeIfAbsent(diagnostic, key -> new HashSet<>()).addAll(platforms);
        }
    }

    /** All in the order of the text. */
    public List<Diagnostic> all() {
        if (found.isEmpty()) {
            return List.of();
        }
        return found.keySet().stream()
                .sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().start()))
                .map(diagnostic ->
                        found.get(diagnostic).equals(all) ? diagnostic : diagnostic.on(found.get(diagnostic)))
                .toList();
    }
}
