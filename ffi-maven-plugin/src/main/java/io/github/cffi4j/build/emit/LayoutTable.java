package io.github.cffi4j.build.emit;

import io.github.cffi4j.build.resolve.ResolvedComposite;
import io.github.cffi4j.build.resolve.ResolvedConstant;
import io.github.cffi4j.build.resolve.ResolvedEnum;
import io.github.cffi4j.build.resolve.ResolvedInteger;
import io.github.cffi4j.build.verify.VerifiedBinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The order of what a library tells about itself: C expressions, each with its index. Java and C are written from the same
 * table, so they agree by construction.
 */
final class LayoutTable {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    static LayoutTable of(VerifiedBinding verified) {
        LayoutTable table = new LayoutTable();
        for (ResolvedInteger integer : verified.binding().integers()) {
            table.add(integer(integer.type().cName()));
        }
        for (ResolvedEnum enumeration : verified.binding().enums()) {
            if (!enumeration.cName().isEmpty()) {
                table.add(integer(enumeration.cName()));
            }
        }
        for (ResolvedComposite composite : verified.binding().composites()) {
            if (composite.complete()) {
                table.add(size(composite.cName()));
                composite.fields().forEach(field -> {
                    table.add(offset(composite.cName(), field.cName()));
                    table.add(fieldSize(composite.cName(), field.cName()));
                });
            }
        }
        for (ResolvedConstant constant : verified.binding().constants()) {
            if (verified.sameEverywhere(constant.cName()).isEmpty()) {
                table.add(value(constant.cName()));
            }
        }
        return table;
    }

    /** The C expressions, in order. */
    List<String> expressions() {
        return List.copyOf(indexes.keySet());
    }

    int integerIndex(String type) {
        return index(integer(type));
    }

    int sizeIndex(String type) {
        return index(size(type));
    }

    int offsetIndex(String type, String field) {
        return index(offset(type, field));
    }

    int fieldSizeIndex(String type, String field) {
        return index(fieldSize(type, field));
    }

    int valueIndex(String constant) {
        return index(value(constant));
    }

    private void add(String expression) {
        indexes.putIfAbsent(expression, indexes.size());
    }

    private int index(String expression) {
        return Objects.requireNonNull(indexes.get(expression), expression);
    }

    private static String integer(String type) {
        return "FFI_INTEGER(" + type + ")";
    }

    private static String size(String type) {
        return "sizeof(" + type + ")";
    }

    private static String offset(String type, String field) {
        return "offsetof(" + type + ", " + field + ")";
    }

    private static String fieldSize(String type, String field) {
        return "sizeof(((" + type + " *)0)->" + field + ")";
    }

    private static String value(String constant) {
        return "(int64_t)(" + constant + ")";
    }
}
