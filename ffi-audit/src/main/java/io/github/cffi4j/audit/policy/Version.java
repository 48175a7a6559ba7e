package io.github.cffi4j.audit.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A version of numbers and dots; a missing part is zero. */
public record Version(List<Integer> parts) implements Comparable<Version> {
    private static final int LONGEST_PART = 8;

    public Version {
        parts = List.copyOf(parts);
    }

    /** The version a text stands for; empty if it is none, such as {@code PRIVATE}. */
    public static Optional<Version> parse(String text) {
        List<Integer> parts = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            if (part.isEmpty()
                    || part.length() > LONGEST_PART
                    || !part.chars().allMatch(character -> character >= '0' && character <= '9')) {
                return Optional.empty();
            }
            parts.add(Integer.parseInt(part));
        }
        return Optional.of(new Version(parts));
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = Integer.compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int part(int index) {
        return index < parts.size() ? parts.get(index) : 0;
    }

    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
