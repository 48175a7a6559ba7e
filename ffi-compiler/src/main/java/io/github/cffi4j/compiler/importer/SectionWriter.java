package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.importer.Item.Content;
import io.github.cffi4j.compiler.importer.Item.Value;
import io.github.cffi4j.platform.Platform;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the imported part of a cdef, and notes which lines are whose. */
final class SectionWriter {
    private static final String INDENT = "    ";
    private static final int WIDEST = 100;

    private final Conditions conditions;
    private final Set<Platform> all;
    private final Map<String, Map<Platform, String>> refuted;
    private final StringBuilder out = new StringBuilder();
    private final List<Stretch> stretches = new ArrayList<>();
    private Item last;
    private boolean roomy;
    private Set<Platform> open;

    /** The characters of an item for some platforms, from the beginning of the imported part. */
    record Stretch(MergedItem item, Set<Platform> platforms, int start, int end) {}

    /**
     * @param all the platforms of the module
     * @param refuted the reasons against items, by their keys and the platforms: they become comments
     */
    SectionWriter(List<Platform> all, Map<String, Map<Platform, String>> refuted) {
        this.conditions = new Conditions(all);
        this.all = Set.copyOf(all);
        this.refuted = refuted;
    }

    List<Stretch> stretches() {
        return stretches;
    }

    /**
     * Writes all items.
     *
     * @param headings the names of the files, for a heading before the first item of each; none for a single header
     */
    String write(List<MergedItem> items, Map<String, String> headings) {
        String file = null;
        for (MergedItem item : items) {
            String heading = headings.getOrDefault(item.first().file(), "");
            if (!heading.equals(file) && headings.size() > 1) {
                close();
                out.append(heading.isEmpty() ? "" : "\n/* " + heading + " */\n");
                last = null;
                roomy = true;
            }
            file = heading;
            write(item);
        }
        close();
        return out.toString();
    }

    private void write(MergedItem whole) {
        Map<Platform, String> reasons = refuted.getOrDefault(whole.first().key(), Map.of());
        MergedItem item = whole.without(reasons.keySet());
        if (item.variants().isEmpty()) {
            close();
            room(true, whole);
            out.append("/* not imported: ").append(bare(whole.variants().get(0).content()));
            reasons(reasons, "\n   ");
            out.append(" */\n");
            end(whole, true);
            return;
        }
        Set<Platform> platforms = item.platforms();
        boolean partial = item.variants().size() == 1 && platforms.size() < all.size();
        if (open != null && (!partial || !open.equals(platforms))) {
            close();
        }
        boolean large = isLarge(item) || !reasons.isEmpty();
        room(large, item);
        if (partial && open == null) {
            out.append(conditions.line(platforms)).append('\n');
            open = platforms;
        }
        if (!reasons.isEmpty()) {
            out.append("/* not on ").append(names(reasons.keySet())).append(":");
            reasons(reasons, "\n   ");
            out.append(" */\n");
        }
        TypeWriter.comment(item.first().comment(), "", out);
        if (item.variants().size() == 1) {
            int start = out.length();
            out.append(text(item.variants().get(0).content())).append('\n');
            stretches.add(new Stretch(whole, platforms, start, out.length()));
        } else {
            variants(whole, item);
        }
        end(item, large);
    }

    private void reasons(Map<Platform, String> reasons, String indent) {
        new LinkedHashSet<>(reasons.values()).forEach(reason -> reason.lines()
                .forEach(line -> out.append(indent).append(line.replace("*/", "* /"))));
    }

    private static String names(Set<Platform> platforms) {
        return platforms.stream().sorted().map(Platform::classifier).collect(Collectors.joining(" "));
    }

    /** An empty line, where one makes the text readable. */
    private void room(boolean large, MergedItem item) {
        boolean other = last != null && last.category() != item.first().category();
        if (out.length() > 0 && (roomy || large || open == null && other) && !endsWithEmptyLine()) {
            out.append('\n');
        }
    }

    private void end(MergedItem item, boolean large) {
        last = item.first();
        roomy = large;
    }

    private boolean endsWithEmptyLine() {
        int length = out.length();
        return length > 1 && out.charAt(length - 1) == '\n' && out.charAt(length - 2) == '\n';
    }

    private void close() {
        if (open != null) {
            out.append("#endif\n");
            open = null;
            roomy = true;
        }
    }

    private void variants(MergedItem whole, MergedItem item) {
        boolean everywhere = item.platforms().size() == all.size();
        for (int i = 0; i < item.variants().size(); i++) {
            MergedItem.Variant variant = item.variants().get(i);
            if (i == 0) {
                out.append(conditions.line(variant.platforms()));
            } else if (everywhere && i == item.variants().size() - 1) {
                out.append("#else");
            } else {
                out.append("#elif ").append(conditions.of(variant.platforms()));
            }
            out.append('\n');
            int start = out.length();
            out.append(text(variant.content())).append('\n');
            stretches.add(new Stretch(whole, variant.platforms(), start, out.length()));
        }
        out.append("#endif\n");
    }

    private boolean isLarge(MergedItem item) {
        return !item.first().comment().isEmpty()
                || item.variants().size() > 1
                || text(item.variants().get(0).content()).contains("\n");
    }

    /** The text without comments, on one line. */
    private String bare(Content content) {
        String text = text(content)
                .replaceAll("(?m)^#.*$", " ")
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST) + " ...";
    }

    private String text(Content content) {
        if (content instanceof Content.Plain plain) {
            return plain.text();
        } else if (content instanceof Content.Function function) {
            return function.text();
        } else if (content instanceof Content.IntegerTypedef typedef) {
            return typedef.text();
        } else if (content instanceof Content.Struct struct) {
            return text(struct);
        }
        return text((Content.Enum) content);
    }

    private String text(Content.Struct struct) {
        if (struct.members().isEmpty()) {
            return struct.head() + (struct.partial() ? " { ...; }" : " { }") + struct.tail() + ";";
        }
        StringBuilder lines = new StringBuilder(struct.head()).append(" {\n");
        Set<Platform> condition = Set.of();
        for (Item.Member member : struct.members()) {
            if (!member.platforms().equals(condition)) {
                lines.append(condition.isEmpty() ? "" : "#endif\n");
                condition = member.platforms();
                lines.append(condition.isEmpty() ? "" : conditions.line(condition) + "\n");
            }
            TypeWriter.comment(member.comment(), INDENT, lines);
            lines.append(INDENT).append(member.text()).append('\n');
        }
        lines.append(condition.isEmpty() ? "" : "#endif\n");
        lines.append(struct.partial() ? INDENT + "...;\n" : "");
        return lines.append("}").append(struct.tail()).append(";").toString();
    }

    private static String text(Content.Enum content) {
        List<String> texts = new ArrayList<>();
        Optional<BigInteger> next = Optional.of(BigInteger.ZERO);
        for (Value value : content.values()) {
            Optional<BigInteger> is = value.value().map(BigInteger::new);
            texts.add(
                    is.isPresent() && is.equals(next)
                            ? value.name()
                            : value.name() + " = " + value.value().orElse("..."));
            next = is.map(number -> number.add(BigInteger.ONE));
        }
        String line = content.head() + " { " + String.join(", ", texts) + " }" + content.tail() + ";";
        boolean plain =
                content.values().stream().allMatch(value -> value.comment().isEmpty());
        if (plain && line.length() <= WIDEST) {
            return line;
        }
        StringBuilder lines = new StringBuilder(content.head()).append(" {\n");
        for (int i = 0; i < texts.size(); i++) {
            TypeWriter.comment(content.values().get(i).comment(), INDENT, lines);
            lines.append(INDENT)
                    .append(texts.get(i))
                    .append(i == texts.size() - 1 ? "" : ",")
                    .append('\n');
        }
        return lines.append("}").append(content.tail()).append(";").toString();
    }
}
