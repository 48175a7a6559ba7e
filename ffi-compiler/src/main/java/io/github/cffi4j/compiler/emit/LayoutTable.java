package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedFloat;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedInteger;
import io.github.cffi4j.compiler.emit.crossing.CallShapes;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The order of what a library tells about itself: C expressions, each with its index. Java and C are written from the same
 * table, so they agree by construction.
 */
final class LayoutTable {
    /** The C expressions in order, and what Java calls the index of each. */
    private final Map<String, String> names = new LinkedHashMap<>();

    /** The entries that are no C expressions, bitfields and constants with a type, with Java's name for the index of each. */
    private final Map<String, String> told = new LinkedHashMap<>();

    private final IndexNames given = new IndexNames();
    private final Map<String, Set<Platform>> platforms = new HashMap<>();
    private final ConditionalBinding binding;
    private final CSpelling spelling;
    private final Crossings types;

    private LayoutTable(ConditionalBinding binding, Crossings types) {
        this.binding = binding;
        this.types = types;
        this.spelling = binding.union().meaning();
    }

    static LayoutTable of(VerifiedBinding verified) {
        LayoutTable table = new LayoutTable(verified.conditional(), new Crossings(verified));
        for (ResolvedInteger integer : verified.binding().integers()) {
            table.add(integer(integer.type().cName()), integer.type().cName());
        }
        for (ResolvedFloat floating : verified.binding().floats()) {
            table.add(floating(floating.type().cName()), floating.type().cName());
        }
        for (ResolvedEnum enumeration : verified.binding().enums()) {
            if (!enumeration.cName().isEmpty()) {
                table.add(integer(enumeration.cName()), enumeration.cName());
            }
        }
        verified.binding()
                .includes()
                .composites()
                .forEach(included -> table.add(size(included.cName()), included.cName()));
        verified.binding().composites().stream()
                .filter(ResolvedComposite::complete)
                .forEach(table::addComposite);
        for (ResolvedGlobal global : verified.binding().globals()) {
            table.addMemory(global.asField(), global.cName(), global.cName());
        }
        for (ResolvedFunction function : verified.binding().functions()) {
            ParameterBounds.of(function, verified.conditional())
                    .values()
                    .forEach(array -> table.add(size(array), function.cName()));
        }
        for (ResolvedConstant constant : verified.binding().constants()) {
            if (verified.sameEverywhere(constant.cName()).isEmpty()) {
                table.add(value(constant.cName()), constant.cName());
            }
        }
        for (Set<Platform> some : PlatformGuards.sets(verified.conditional())) {
            table.add(PlatformSets.condition(some), "");
        }
        return table;
    }

    /** Adds what a binding without glue finds in an object file. */
    void addTold(ResolvedBinding all) {
        for (ResolvedComposite composite : all.composites()) {
            bitfields(composite)
                    .forEach(field -> told.put(placeKey(composite, field), given.ofPlace(placeKey(composite, field))));
        }
        all.typedConstants().stream()
                .filter(constant -> !CallShapes.text(constant.type()))
                .forEach(constant -> told.put(constant.cName(), given.ofConstant(constant.cName())));
    }

    static List<Field> bitfields(ResolvedComposite composite) {
        return composite.complete()
                ? composite.fields().stream()
                        .filter(field -> field.bits().isPresent())
                        .toList()
                : List.of();
    }

    private static String placeKey(ResolvedComposite composite, Field field) {
        return ConditionalBinding.field(composite.cName(), field.cName());
    }

    /** The place of a bitfield's first bit, which an object file tells. */
    String placeIndex(ResolvedComposite composite, Field field) {
        return IndexNames.CLASS + "." + Objects.requireNonNull(told.get(placeKey(composite, field)));
    }

    /** The value of a constant with a type, which an object file tells. */
    String toldIndex(String constant) {
        return IndexNames.CLASS + "." + Objects.requireNonNull(told.get(constant));
    }

    private void addComposite(ResolvedComposite composite) {
        add(size(composite.cName()), composite.cName());
        add(alignment(composite.cName()), composite.cName());
        for (Field field : composite.fields()) {
            String key = ConditionalBinding.field(composite.cName(), field.cName());
            if (field.bits().isPresent()) {
                add(width(field), key);
                add(integer(spelling.typeName(field.declared())), key);
            } else {
                add(offset(composite.cName(), field.cName()), key);
                addMemory(field, Fields.value(composite, field), key);
            }
        }
    }

    private void addMemory(Field field, String value, String key) {
        Crossing crossing = types.of(field.type());
        if (crossing.inPlace() && !crossing.openEnded()) {
            add(sizeOf(value), key);
        }
    }

    /**
     * What tells this table from that of another build: the cdef, and the order of the table, which also depends on the
     * headers (constants that are the same everywhere are not in it).
     */
    long fingerprint(long cdef) {
        byte[] hash = digest(cdef + "\n" + String.join("\n", names.keySet()));
        return ByteBuffer.wrap(hash).getLong();
    }

    /** The platforms that know an expression. */
    Set<Platform> having(String expression) {
        return platforms.get(expression);
    }

    /** Returns the index that tells if the platform is one of some. */
    String presenceIndex(Set<Platform> some) {
        return index(PlatformSets.condition(some));
    }

    /** Returns the names of the indexes in Java, in order. */
    List<String> names() {
        List<String> all = new ArrayList<>(names.values());
        all.addAll(told.values());
        return all;
    }

    /** Where calls without glue find what a platform's compiler tells. */
    CallShapes.Indexes indexes() {
        Map<String, Integer> places = new HashMap<>();
        names.keySet().forEach(expression -> places.put(expression, places.size()));
        return new CallShapes.Indexes() {
            @Override
            public int integerIndex(String type) {
                return places.getOrDefault(integer(type), -1);
            }

            @Override
            public int floatingIndex(String type) {
                return places.getOrDefault(floating(type), -1);
            }

            @Override
            public int sizeIndex(String type) {
                return places.getOrDefault(size(type), -1);
            }

            @Override
            public int alignmentIndex(String type) {
                return places.getOrDefault(alignment(type), -1);
            }

            @Override
            public int offsetIndex(String type, String field) {
                return places.getOrDefault(offset(type, field), -1);
            }

            @Override
            public int valueSizeIndex(ResolvedComposite owner, Field field) {
                return places.getOrDefault(sizeOf(Fields.value(owner, field)), -1);
            }
        };
    }

    /** The C expressions, in order. */
    List<String> expressions() {
        return List.copyOf(names.keySet());
    }

    String integerIndex(String type) {
        return index(integer(type));
    }

    String floatingIndex(String type) {
        return index(floating(type));
    }

    String sizeIndex(String type) {
        return index(size(type));
    }

    /** Returns true if the size of a type is in the table. */
    boolean hasSize(String type) {
        return names.containsKey(size(type));
    }

    String alignmentIndex(String type) {
        return index(alignment(type));
    }

    String offsetIndex(String type, String field) {
        return index(offset(type, field));
    }

    String widthIndex(Field bitfield) {
        return index(width(bitfield));
    }

    String bitfieldIntegerIndex(Field bitfield) {
        return integerIndex(spelling.typeName(bitfield.declared()));
    }

    /** The size of a value, by its C expression. */
    String valueSizeIndex(String value) {
        return index(sizeOf(value));
    }

    String valueIndex(String constant) {
        return index(value(constant));
    }

    /**
     * @param key of what has to be there for the expression to be C
     */
    private void add(String expression, String key) {
        names.computeIfAbsent(expression, given::of);
        platforms
                .computeIfAbsent(expression, any -> EnumSet.noneOf(Platform.class))
                .addAll(binding.having(key));
    }

    private String index(String expression) {
        return IndexNames.CLASS + "." + Objects.requireNonNull(names.get(expression), expression);
    }

    private static String integer(String type) {
        return "FFI_INTEGER(" + type + ")";
    }

    private static String floating(String type) {
        return "FFI_FLOATING(" + type + ")";
    }

    private static String size(String type) {
        return "sizeof(" + type + ")";
    }

    private static String alignment(String type) {
        return "_Alignof(" + type + ")";
    }

    private static String offset(String type, String field) {
        return "__builtin_offsetof(" + type + ", " + field + ")";
    }

    private static String width(Field bitfield) {
        return "(ffi_jlong)(" + bitfield.bits().orElseThrow() + ")";
    }

    private static String sizeOf(String value) {
        return "sizeof(" + value + ")";
    }

    private static String value(String constant) {
        return "(ffi_jlong)(" + constant + ")";
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
