package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Set;

/**
 * A cdef that may have conditions ({@code #ifdef _WIN32}), so that platforms see different declarations.
 *
 * @param variants what they see; each platform is of one variant. Without conditions there is one variant
 * @param notes what was understood but has no effect, for the user to know
 */
public record ConditionalCdef(List<Variant> variants, List<Diagnostic> notes) {

    public ConditionalCdef {
        variants = List.copyOf(variants);
        notes = List.copyOf(notes);
    }

    /** The view of some platforms. */
    public record Variant(Set<Platform> platforms, ParsedCdef cdef) {

        public Variant {
            platforms = Set.copyOf(platforms);
        }
    }

    /** The view of one platform. */
    public ParsedCdef on(Platform platform) {
        for (Variant variant : variants) {
            if (variant.platforms().contains(platform)) {
                return variant.cdef();
            }
        }
        throw new IllegalArgumentException("not parsed for " + platform);
    }
}
