package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that is imported, on all platforms.
 *
 * @param first the item as the first platform that has it says it
 * @param variants what platforms say; one if all that have it agree
 */
record MergedItem(Item first, List<Variant> variants) {

    MergedItem {
        variants = List.copyOf(variants);
    }

    /** The declaration that some platforms share. */
    record Variant(Set<Platform> platforms, Item.Content content) {}

    /** The platforms that have it. */
    Set<Platform> platforms() {
        Set<Platform> platforms = new TreeSet<>();
        variants.forEach(variant -> platforms.addAll(variant.platforms()));
        return platforms;
    }

    /** The same on fewer platforms. */
    MergedItem without(Set<Platform> some) {
        List<Variant> left = new ArrayList<>();
        for (Variant variant : variants) {
            Set<Platform> platforms = new TreeSet<>(variant.platforms());
            platforms.removeAll(some);
            if (!platforms.isEmpty()) {
                left.add(new Variant(platforms, variant.content()));
            }
        }
        return new MergedItem(first, left);
    }
}
