package io.github.cffi4j.audit.json;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values as JSON: maps, lists, records by their components, texts, numbers, truth. An empty optional is left out. */
public final class JsonText {
    private static final String INDENT = "  ";

    private JsonText() {}

    /** The text of a value, with a line feed behind it. The same value gives the same text. */
    public static String of(Object value) {
        return text(value, "\n") + "\n";
    }

    private static String text(Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "{}" : object(map, line);
        } else if (value instanceof List<?> list) {
            String inner = line + INDENT;
            return list.isEmpty()
                    ? "[]"
                    : list.stream()
                            .map(element -> text(element, inner))
                            .collect(Collectors.joining("," + inner, "[" + inner, line + "]"));
        } else if (value instanceof Record data) {
            return text(components(data), line);
        } else if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof Enum<?> constant) {
            return quoted(constant.name().toLowerCase(Locale.ROOT));
        }
        return quoted((String) value);
    }

    private static String object(Map<?, ?> map, String line) {
        String inner = line + INDENT;
        return map.entrySet().stream()
                .filter(entry -> !Optional.empty().equals(entry.getValue()))
                .map(entry -> quoted((String) entry.getKey()) + ": " + text(present(entry.getValue()), inner))
                .collect(Collectors.joining("," + inner, "{" + inner, line + "}"));
    }

    private static Object present(Object value) {
        return value instanceof Optional<?> optional ? optional.get() : value;
    }

    private static Map<String, Object> components(Record data) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : data.getClass().getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(data));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a public record's accessors can be called", e);
            }
        }
        return values;
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                out.append('\\').append(character);
            } else if (character < 0x20 || Character.isSurrogate(character)) {
                // Half a pair is no text; as an escape it is JSON all the same.
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                out.append(character);
            }
        }
        return out.append('"').toString();
    }
}
