package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Set;

/**
 * What a cdef declares. Where it has conditions ({@code #ifdef _WIN32}), platforms see different declarations.
 *
 * @param variants what they see; each platform is of one variant. Without conditions there is one variant
 * @param notes what was understood but has no effect, for the user to know
 */
public record ParsedCdef(List<Variant> variants, List<Diagnostic> notes) {

    public ParsedCdef {
        variants = List.copyOf(variants);
        notes = List.copyOf(notes);
    }

    /**
     * What some platforms see of a cdef, in the order written.
     *
     * @param declarations the declarations; a body written inside another declaration comes before it
     */
    public record Variant(Set<Platform> platforms, List<Declaration> declarations) {

        public Variant {
            platforms = Set.copyOf(platforms);
            declarations = List.copyOf(declarations);
        }
    }

    /** What a platform sees. */
    public List<Declaration> declarations(Platform platform) {
        return variants.stream()
                .filter(variant -> variant.platforms().contains(platform))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not parsed for " + platform))
                .declarations();
    }
}
