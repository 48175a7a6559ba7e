package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.compiler.importer.Item.Content;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What compilers and Java have against imported declarations, and what is left of them: as much as can be, for as many
 * platforms as can be.
 */
final class Refutations {
    private final Map<String, MergedItem> items = new LinkedHashMap<>();
    private final Map<String, Map<Platform, String>> reasons = new LinkedHashMap<>();
    private final List<LeftOut> members = new ArrayList<>();

    Refutations(List<MergedItem> items) {
        items.forEach(item -> this.items.put(item.first().key(), item));
    }

    /** The declarations, without what was refuted of them. */
    List<MergedItem> items() {
        return List.copyOf(items.values());
    }

    /** The reasons against whole declarations, by their keys and the platforms. */
    Map<String, Map<Platform, String>> reasons() {
        return reasons;
    }

    /** The members that were taken out of structs. */
    List<LeftOut> members() {
        return members;
    }

    /**
     * Takes out what some errors are about.
     *
     * @param file the cdef
     * @param offset where the imported part begins in it
     * @return false if all errors are about something else
     */
    boolean take(CdefException errors, String file, int offset, List<SectionWriter.Stretch> stretches) {
        boolean any = false;
        Set<String> changed = new HashSet<>();
        for (Diagnostic diagnostic : errors.diagnostics()) {
            int at = diagnostic.span().source().name().equals(file)
                    ? diagnostic.span().start() - offset
                    : -1;
            Optional<SectionWriter.Stretch> stretch = stretches.stream()
                    .filter(one -> one.start() <= at && at < one.end())
                    .findFirst();
            if (stretch.isPresent()) {
                any |= take(diagnostic, stretch.get(), changed);
            }
        }
        return any;
    }

    private boolean take(Diagnostic diagnostic, SectionWriter.Stretch stretch, Set<String> changed) {
        String key = stretch.item().first().key();
        // Places in the text are other ones tomorrow.
        String reason = diagnostic
                .message()
                .replaceAll(" than at \\S+:\\d+:\\d+", " than elsewhere")
                .replaceAll(" at \\S+:\\d+:\\d+", " elsewhere");
        // What else was said of a declaration that is another one now has to be said again.
        if (withoutMember(key, diagnostic, reason)
                || changed.contains(key)
                || asPartial(key)
                || asHandle(key, reason)) {
            changed.add(key);
            return true;
        }
        Map<Platform, String> known = reasons.computeIfAbsent(key, unseen -> new TreeMap<>());
        Set<Platform> there = new TreeSet<>(stretch.platforms());
        Set<Platform> named = platforms(diagnostic);
        if (named.stream().anyMatch(there::contains)) {
            there.retainAll(named);
        }
        boolean any = false;
        for (Platform platform : there) {
            any |= known.putIfAbsent(platform, reason) == null;
        }
        return any;
    }

    /** A struct can do without a member: it has others, as its three dots say. */
    private boolean withoutMember(String key, Diagnostic diagnostic, String reason) {
        String line =
                diagnostic.span().source().lineAt(diagnostic.span().start()).strip();
        MergedItem item = items.get(key);
        List<MergedItem.Variant> variants = new ArrayList<>();
        boolean found = false;
        for (MergedItem.Variant variant : item.variants()) {
            if (variant.content() instanceof Content.Struct struct) {
                List<Item.Member> left = struct.members().stream()
                        .filter(member -> !member.text().equals(line))
                        .toList();
                if (left.size() < struct.members().size()) {
                    found = true;
                    Content partial = new Content.Struct(struct.head(), left, true, struct.tail());
                    variants.add(new MergedItem.Variant(variant.platforms(), partial));
                    continue;
                }
            }
            variants.add(variant);
        }
        if (found) {
            items.put(key, new MergedItem(item.first(), variants));
            members.add(new LeftOut(item.first().name() + ": " + line, "field", reason));
        }
        return found;
    }

    /** A struct of which the compilers see more than the header's members, such as padding, can still have others. */
    private boolean asPartial(String key) {
        MergedItem item = items.get(key);
        List<MergedItem.Variant> variants = new ArrayList<>();
        boolean found = false;
        for (MergedItem.Variant variant : item.variants()) {
            if (variant.content() instanceof Content.Struct struct && !struct.partial() && !struct.endsOpen()) {
                found = true;
                Content partial = new Content.Struct(struct.head(), struct.members(), true, struct.tail());
                variants.add(new MergedItem.Variant(variant.platforms(), partial));
            } else {
                variants.add(variant);
            }
        }
        if (found) {
            items.put(key, new MergedItem(item.first(), variants));
        }
        return found;
    }

    /** A typedef that is something else on each platform can still be behind pointers. */
    private boolean asHandle(String key, String reason) {
        MergedItem item = items.get(key);
        Content handle = new Content.Plain("typedef ... " + item.first().name() + ";");
        boolean clash = reason.contains(" is another type to Java ") || reason.contains(" elsewhere");
        // A number or a pointer crosses by value: it is better to have it on some platforms.
        boolean scalar = item.variants().stream()
                .anyMatch(variant -> variant.content() instanceof Content.IntegerTypedef
                        || variant.content() instanceof Content.Plain plain
                                && plain.text().contains("*"));
        if (!key.startsWith("typedef ") || item.variants().size() < 2 || !clash || scalar) {
            return false;
        }
        items.put(key, new MergedItem(item.first(), List.of(new MergedItem.Variant(item.platforms(), handle))));
        members.add(new LeftOut(
                item.first().name(), "definition", "platforms define it differently, so it is only a handle"));
        return true;
    }

    /** The platforms that an error names; none for all. */
    private static Set<Platform> platforms(Diagnostic diagnostic) {
        Set<Platform> named = new TreeSet<>();
        diagnostic.details().filter(details -> details.startsWith("on: ")).ifPresent(details -> {
            for (String word : details.lines().findFirst().orElse("").split("\\s+")) {
                Platform.ofClassifier(word).ifPresent(named::add);
            }
        });
        return named;
    }
}
