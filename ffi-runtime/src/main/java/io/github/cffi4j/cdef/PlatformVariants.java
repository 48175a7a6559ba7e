package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The different texts that platforms see of one cdef, each once. A cdef without conditions has one. */
final class PlatformVariants {

    private PlatformVariants() {}

    /**
     * What platforms see that see the same.
     *
     * @param lexed with the positions of the whole cdef
     */
    record Variant(Set<Platform> platforms, LexedCdef lexed) {}

    static List<Variant> of(LexedCdef lexed, List<LexedPart> parts, Set<Platform> platforms) {
        Token end = lexed.tokens().get(lexed.tokens().size() - 1);
        return seeingAlike(parts, platforms).stream()
                .map(alike -> new Variant(alike, seen(parts, alike.iterator().next(), end)))
                .toList();
    }

    private static Collection<Set<Platform>> seeingAlike(List<LexedPart> parts, Set<Platform> platforms) {
        Set<Set<Platform>> conditions = new LinkedHashSet<>();
        parts.forEach(part -> conditions.add(part.platforms()));
        Map<List<Boolean>, Set<Platform>> alike = new LinkedHashMap<>();
        for (Platform platform : EnumSet.copyOf(platforms)) {
            List<Boolean> seen = conditions.stream()
                    .map(condition -> condition.contains(platform))
                    .toList();
            alike.computeIfAbsent(seen, key -> EnumSet.noneOf(Platform.class)).add(platform);
        }
        return alike.values();
    }

    private static LexedCdef seen(List<LexedPart> parts, Platform platform, Token end) {
        List<Token> tokens = new ArrayList<>();
        List<Directive> directives = new ArrayList<>();
        for (LexedPart part : parts) {
            if (part.platforms().contains(platform)) {
                tokens.addAll(part.tokens());
                part.directive().ifPresent(directive -> directives.add(directive.at(tokens.size())));
            }
        }
        tokens.add(end);
        return new LexedCdef(List.copyOf(tokens), List.copyOf(directives));
    }
}
