package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.CTypeText;
import io.github.cffi4j.compiler.importer.Item.Content;
import io.github.cffi4j.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes one function of those that platforms declare with other names of the same integer types, such as {@code off_t} here and
 * {@code long} there.
 */
final class FunctionMerger {
    private FunctionMerger() {}

    /** The function for all platforms, if there is one. */
    static Optional<Content> merge(Map<Platform, Content> contents) {
        Map<Platform, Content.Function> functions = new TreeMap<>();
        for (Map.Entry<Platform, Content> entry : contents.entrySet()) {
            if (!(entry.getValue() instanceof Content.Function function)) {
                return Optional.empty();
            }
            functions.put(entry.getKey(), function);
        }
        Content.Function first = functions.values().iterator().next();
        for (Content.Function other : functions.values()) {
            if (other.type().variadic() != first.type().variadic()
                    || !other.type().convention().equals(first.type().convention())
                    || other.integers().size() != first.integers().size()) {
                return Optional.empty();
            }
        }
        List<CTypeText> types = new ArrayList<>();
        for (int i = 0; i < first.integers().size(); i++) {
            Optional<CTypeText> type = type(functions, i);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            types.add(type.get());
        }
        CTypeText.Function merged = new CTypeText.Function(
                types.get(0),
                types.subList(1, types.size()),
                first.type().variadic(),
                first.type().convention());
        DeclaratorWriter writer = new DeclaratorWriter(unnamed -> {
            throw new IllegalStateException("a function with " + unnamed);
        });
        return Optional.of(new Content.Function(
                writer.function(merged, first.name(), first.names()) + ";",
                first.name(),
                merged,
                first.names(),
                first.integers()));
    }

    /** The result's type for 0, a parameter's otherwise. */
    private static Optional<CTypeText> type(Map<Platform, Content.Function> functions, int index) {
        CTypeText first = at(functions.values().iterator().next(), index);
        Map<Platform, String> integers = new TreeMap<>();
        boolean same = true;
        for (Map.Entry<Platform, Content.Function> entry : functions.entrySet()) {
            same &= at(entry.getValue(), index).equals(first);
            integers.put(entry.getKey(), entry.getValue().integers().get(index));
        }
        return same ? Optional.of(first) : IntegerTypes.common(integers).map(CTypeText.Named::new);
    }

    private static CTypeText at(Content.Function function, int index) {
        return index == 0
                ? function.type().result()
                : function.type().parameters().get(index - 1);
    }
}
