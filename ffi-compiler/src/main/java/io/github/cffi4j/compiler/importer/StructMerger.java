package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.importer.Item.Content;
import io.github.cffi4j.compiler.importer.Item.Member;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one struct of those that platforms have by the same name: Java has one class for all of them. */
final class StructMerger {

    private StructMerger() {}

    /**
     * Merges the members; nothing if they are not the same kind of struct.
     *
     * @param name for people
     * @param contents what platforms have
     * @param leftOut members that cannot be merged are added
     */
    static Optional<Content> merge(String name, Map<Content, Set<Platform>> contents, List<LeftOut> leftOut) {
        Content.Struct first = null;
        Set<Platform> all = new TreeSet<>();
        Map<String, Map<Platform, Member>> members = new LinkedHashMap<>();
        boolean partial = false;
        for (Map.Entry<Content, Set<Platform>> entry : contents.entrySet()) {
            if (!(entry.getKey() instanceof Content.Struct struct)) {
                return Optional.empty();
            }
            first = first == null ? struct : first;
            if (!struct.head().equals(first.head()) || !struct.tail().equals(first.tail())) {
                return Optional.empty();
            }
            all.addAll(entry.getValue());
            partial |= struct.partial();
            for (Member member : struct.members()) {
                String key = member.name().isEmpty() ? member.text() : member.name();
                entry.getValue().forEach(platform -> members.computeIfAbsent(key, unseen -> new TreeMap<>())
                        .put(platform, member));
            }
        }
        List<Member> merged = new ArrayList<>();
        for (Map<Platform, Member> on : members.values()) {
            Optional<Member> one = one(on, all);
            one.ifPresent(merged::add);
            if (one.isEmpty()) {
                partial = true;
                leftOut.add(new LeftOut(
                        name + "." + on.values().iterator().next().name(), "field", "its type differs by platform"));
            }
        }
        return Optional.of(new Content.Struct(first.head(), merged, partial, first.tail()));
    }

    private static Optional<Member> one(Map<Platform, Member> on, Set<Platform> all) {
        Member first = on.values().iterator().next();
        Set<Platform> where = on.keySet().equals(all) ? Set.of() : on.keySet();
        if (on.values().stream().allMatch(member -> member.text().equals(first.text()))) {
            return Optional.of(new Member(first.name(), first.text(), first.integer(), first.comment(), where));
        }
        Map<Platform, String> integers = new TreeMap<>();
        on.forEach((platform, member) -> integers.put(platform, member.integer()));
        return IntegerTypes.common(integers)
                .map(type -> new Member(first.name(), type + " " + first.name() + ";", "", first.comment(), where));
    }
}
