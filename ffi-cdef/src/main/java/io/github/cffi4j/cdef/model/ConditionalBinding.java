package io.github.cffi4j.cdef.model;

import io.github.cffi4j.platform.Platform;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A binding that may differ between platforms.
 *
 * @param union all that is there on some platform
 * @param variants what platforms have; each platform is of one variant
 * @param partial the platforms that have a thing, for things that some lack, by its key
 */
public record ConditionalBinding(ResolvedBinding union, List<Variant> variants, Map<String, Set<Platform>> partial) {

    public ConditionalBinding {
        variants = List.copyOf(variants);
        partial = Map.copyOf(partial);
    }

    /** What some platforms have. */
    public record Variant(Set<Platform> platforms, ResolvedBinding binding) {

        public Variant {
            platforms = Set.copyOf(platforms);
        }
    }

    /** The same with other functions of the union, in their order. */
    public ConditionalBinding withFunctions(List<ResolvedFunction> others) {
        return new ConditionalBinding(union.withFunctions(others), variants, partial);
    }

    /** The platforms it is for. */
    public Set<Platform> platforms() {
        Set<Platform> all = EnumSet.noneOf(Platform.class);
        variants.forEach(variant -> all.addAll(variant.platforms()));
        return all;
    }

    /** What a platform has. */
    public ResolvedBinding on(Platform platform) {
        return variants.stream()
                .filter(variant -> variant.platforms().contains(platform))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not for " + platform))
                .binding();
    }

    /**
     * The platforms that have a thing.
     *
     * @param key its C name; of fields and function pointers what {@link #field} and {@link #signature} give
     */
    public Set<Platform> having(String key) {
        return partial.getOrDefault(key, platforms());
    }

    /** Returns true if all platforms have a thing. */
    public boolean everywhere(String key) {
        return !partial.containsKey(key);
    }

    /** The key of a field. */
    public static String field(String composite, String field) {
        return composite + "." + field;
    }

    /** The key of a function pointer's type. */
    public static String signature(String id) {
        return "(*)" + id;
    }
}
