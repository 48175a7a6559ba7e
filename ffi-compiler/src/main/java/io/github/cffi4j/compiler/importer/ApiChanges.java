package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.Declaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The changes that another version of a header brings to the users of a binding: lines for release notes. */
final class ApiChanges {

    private ApiChanges() {}

    private record Entry(String name, String text, String group) {}

    /** The lines; none if nothing changes for users. */
    static List<String> between(ConditionalCdef before, ConditionalCdef after) {
        Map<String, Entry> old = entries(before);
        Map<String, Entry> now = entries(after);
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        Map<String, Entry> gone = new LinkedHashMap<>();
        old.forEach((key, entry) -> {
            if (!now.containsKey(key)) {
                gone.put(key, entry);
            } else if (!now.get(key).text().equals(entry.text())) {
                changed.add("changed: " + entry.text() + "\n      to "
                        + now.get(key).text());
            }
        });
        Map<String, Entry> come = new LinkedHashMap<>();
        now.forEach((key, entry) -> {
            if (!old.containsKey(key)) {
                come.put(key, entry);
            }
        });
        come.forEach((key, entry) -> {
            String before0 = gone.entrySet().stream()
                    .filter(lost ->
                            !entry.group().isEmpty() && lost.getValue().group().equals(entry.group()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            if (before0.isEmpty()) {
                added.add("added:   " + entry.text());
            } else {
                renamed.add("renamed: " + gone.remove(before0).name() + " to " + entry.name());
            }
        });
        gone.values().forEach(entry -> removed.add("removed: " + entry.text()));
        List<String> all = new ArrayList<>(removed);
        all.addAll(changed);
        all.addAll(renamed);
        all.addAll(added);
        return all;
    }

    private static Map<String, Entry> entries(ConditionalCdef cdef) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        cdef.variants()
                .forEach(variant -> variant.cdef().declarations().forEach(declaration -> add(declaration, entries)));
        return entries;
    }

    private static void add(Declaration declaration, Map<String, Entry> entries) {
        if (declaration instanceof Declaration.Enumeration enumeration) {
            int position = 0;
            for (Declaration.Enumerator enumerator : enumeration.enumerators()) {
                String value = enumerator.value() instanceof Declaration.EnumeratorValue.Given given
                        ? " = " + given.expression().span().text()
                        : "";
                String owner = enumeration.name().startsWith("#") ? "enum" : "enum " + enumeration.name();
                entries.putIfAbsent(
                        "constant " + enumerator.name(),
                        new Entry(
                                enumerator.name(),
                                enumerator.name() + value + " of " + owner,
                                enumeration.name().startsWith("#") ? "" : owner + " " + value + " " + position));
                position++;
            }
        } else if (!declaration.name().startsWith("#")) {
            String kind = declaration instanceof Declaration.Composite ? "tag " : "name ";
            entries.putIfAbsent(
                    kind + declaration.name(),
                    new Entry(declaration.name(), declaration.span().onOneLine(), ""));
        }
    }
}
