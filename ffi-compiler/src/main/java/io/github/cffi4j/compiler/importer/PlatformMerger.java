package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.importer.Item.Content;
import io.github.cffi4j.compiler.importer.Item.Value;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts together what platforms declare: what is the same once, in the order of the headers. */
final class PlatformMerger {

    private PlatformMerger() {}

    /**
     * Merges the items of all platforms.
     *
     * @param leftOut what cannot be merged is added
     */
    static List<MergedItem> merge(Map<Platform, Map<String, Item>> items, List<LeftOut> leftOut) {
        List<MergedItem> merged = new ArrayList<>();
        for (String key : order(items.values())) {
            Item first = null;
            Map<Content, Set<Platform>> contents = new LinkedHashMap<>();
            Map<Platform, Content> each = new TreeMap<>();
            for (Map.Entry<Platform, Map<String, Item>> entry : items.entrySet()) {
                Item item = entry.getValue().get(key);
                if (item != null) {
                    first = first == null
                                    || first.comment().isEmpty()
                                            && !item.comment().isEmpty()
                            ? item
                            : first;
                    contents.computeIfAbsent(item.content(), content -> new TreeSet<>())
                            .add(entry.getKey());
                    each.put(entry.getKey(), item.content());
                }
            }
            merged.add(new MergedItem(first, variants(first.name(), contents, each, leftOut)));
        }
        return merged;
    }

    /** That of the first platform; what only others have follows what it follows there. */
    private static List<String> order(Iterable<Map<String, Item>> platforms) {
        Map<String, List<String>> behind = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (Map<String, Item> items : platforms) {
            String last = "";
            for (String key : items.keySet()) {
                if (known.add(key)) {
                    behind.computeIfAbsent(last, previous -> new ArrayList<>()).add(key);
                }
                last = key;
            }
        }
        List<String> order = new ArrayList<>();
        // What a later platform puts behind a key comes at once; what the first has goes on after it.
        Deque<String> open = new ArrayDeque<>(List.of(""));
        while (!open.isEmpty()) {
            String key = open.pop();
            if (!key.isEmpty()) {
                order.add(key);
            }
            List<String> next = behind.getOrDefault(key, List.of());
            next.forEach(open::push);
        }
        return order;
    }

    private static List<MergedItem.Variant> variants(
            String name, Map<Content, Set<Platform>> contents, Map<Platform, Content> each, List<LeftOut> leftOut) {
        Optional<Content> common = contents.size() == 1
                ? Optional.empty()
                : common(List.copyOf(contents.keySet()))
                        .or(() -> FunctionMerger.merge(each))
                        .or(() -> StructMerger.merge(name, contents, leftOut));
        if (common.isPresent()) {
            Set<Platform> all = new TreeSet<>();
            contents.values().forEach(all::addAll);
            return List.of(new MergedItem.Variant(all, common.get()));
        }
        List<MergedItem.Variant> variants = new ArrayList<>();
        contents.forEach((content, platforms) -> variants.add(new MergedItem.Variant(platforms, content)));
        return variants;
    }

    /** One text for platforms that differ, if there is one: their compilers tell the rest. */
    private static Optional<Content> common(List<Content> contents) {
        if (contents.stream().allMatch(Content.IntegerTypedef.class::isInstance)) {
            String name = ((Content.IntegerTypedef) contents.get(0)).name();
            return Optional.of(new Content.IntegerTypedef("typedef int... " + name + ";", name));
        } else if (contents.stream().allMatch(Content.Enum.class::isInstance)) {
            return common((Content.Enum) contents.get(0), contents);
        }
        return Optional.empty();
    }

    private static Optional<Content> common(Content.Enum first, List<Content> all) {
        List<Value> values = new ArrayList<>(first.values());
        for (Content content : all) {
            Content.Enum other = (Content.Enum) content;
            if (!other.head().equals(first.head())
                    || !other.tail().equals(first.tail())
                    || other.values().size() != values.size()) {
                return Optional.empty();
            }
            for (int i = 0; i < values.size(); i++) {
                Value one = values.get(i);
                Value same = other.values().get(i);
                if (!one.name().equals(same.name())) {
                    return Optional.empty();
                } else if (!one.value().equals(same.value())) {
                    values.set(i, new Value(one.name(), Optional.empty(), one.comment()));
                }
            }
        }
        return Optional.of(new Content.Enum(first.head(), values, first.tail()));
    }
}
