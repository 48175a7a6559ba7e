package io.github.cffi4j.audit.policy;

import io.github.cffi4j.audit.policy.Policy.Floor;
import io.github.cffi4j.audit.policy.Policy.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a policy: a keyword and its values a line, {@code #} before comments. Strict: an unknown word, a value too many, a
 * check twice or not at all is an error, since a policy that is misread asks for nothing.
 */
final class PolicyParser {
    private final String name;
    private final Map<Check, Level> levels = new EnumMap<>(Check.class);
    private final List<Floor> floors = new ArrayList<>();
    private final List<Glob> needed = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<Glob> exports = new ArrayList<>();
    private Optional<Long> sizeBudget = Optional.empty();
    private boolean ignoringCase;
    private int line;

    private PolicyParser(String name) {
        this.name = name;
    }

    /** @param name of the file, for messages */
    static Policy parse(String name, String text) {
        return new PolicyParser(name).parse(text);
    }

    private Policy parse(String text) {
        for (String written : text.split("\n", -1)) {
            line++;
            String content = written.replaceFirst("#.*", "").strip();
            if (!content.isEmpty()) {
                List<String> words = Arrays.asList(content.split("\\s+"));
                take(words.get(0), words.subList(1, words.size()));
            }
        }
        for (Check check : Check.values()) {
            if (!levels.containsKey(check)) {
                throw error("it says nothing about check '" + check.id() + "'");
            }
        }
        long budget = sizeBudget.orElseThrow(() -> error("it has no 'size'"));
        return new Policy(name, levels, floors, needed, refused, exports, budget);
    }

    private void take(String keyword, List<String> values) {
        switch (keyword) {
            case "fail", "warn", "off" ->
                values.forEach(value -> level(Level.valueOf(keyword.toUpperCase(Locale.ROOT)), value));
            case "names" -> {
                exactly(keyword, values, 1);
                if (!values.get(0).equals("ignore-case")) {
                    throw error("'names' knows 'ignore-case' alone");
                }
                ignoringCase = true;
            }
            case "floor" -> floor(values);
            case "needs" -> values.forEach(value -> needed.add(new Glob(value, ignoringCase)));
            case "refuses" -> {
                if (values.size() < 2) {
                    throw error("'refuses' takes a name and a reason");
                }
                String why = String.join(" ", values.subList(1, values.size()));
                refused.add(new Refusal(new Glob(values.get(0), ignoringCase), why));
            }
            case "exports" -> values.forEach(value -> exports.add(Glob.of(value)));
            case "size" -> {
                exactly(keyword, values, 2);
                sizeBudget = Optional.of(bytes(String.join(" ", values)));
            }
            default -> throw error("unknown keyword '" + keyword + "'");
        }
    }

    private void level(Level level, String id) {
        Check check = Check.ofId(id).orElseThrow(() -> error("there is no check '" + id + "'"));
        if (levels.putIfAbsent(check, level) != null) {
            throw error("check '" + id + "' has a level already");
        }
    }

    private void floor(List<String> values) {
        if (values.size() != 2 && values.size() != 3) {
            throw error("'floor' takes a name, a version and perhaps a machine");
        }
        Version version =
                Version.parse(values.get(1)).orElseThrow(() -> error("'" + values.get(1) + "' is no version"));
        floors.add(new Floor(values.get(0), version, values.stream().skip(2).findFirst()));
    }

    private long bytes(String text) {
        try {
            return ByteSize.parse(text);
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage());
        }
    }

    private void exactly(String keyword, List<String> values, int count) {
        if (values.size() != count) {
            throw error("'" + keyword + "' takes " + count + " values, not " + values.size());
        }
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException(name + ".policy:" + line + ": " + what);
    }
}
