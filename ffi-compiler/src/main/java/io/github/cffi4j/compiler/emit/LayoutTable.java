package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.compiler.emit.crossing.CallShapes;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.resolve.ConditionalBinding;
import io.github.cffi4j.compiler.resolve.ResolvedComposite;
import io.github.cffi4j.compiler.resolve.ResolvedComposite.Field;
import io.github.cffi4j.compiler.resolve.ResolvedConstant;
import io.github.cffi4j.compiler.resolve.ResolvedEnum;
import io.github.cffi4j.compiler.resolve.ResolvedFloat;
import io.github.cffi4j.compiler.resolve.ResolvedFunction;
import io.github.cffi4j.compiler.resolve.ResolvedGlobal;
import io.github.cffi4j.compiler.resolve.ResolvedInteger;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
final class LayoutTable implements CallShapes.Indexes {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
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
        byte[] hash = digest(cdef + "\n" + String.join("\n", indexes.keySet()));
        return ByteBuffer.wrap(hash).getLong();
    }

    /** The platforms that know an expression. */
    Set<Platform> having(String expression) {
        return platforms.get(expression);
    }

    /** Whether this is one of some platforms. */
    int presenceIndex(Set<Platform> some) {
        return index(PlatformSets.condition(some));
    }

    /** The C expressions, in order. */
    List<String> expressions() {
        return List.copyOf(indexes.keySet());
    }

    @Override
    public int integerIndex(String type) {
        return index(integer(type));
    }

    @Override
    public int floatingIndex(String type) {
        return index(floating(type));
    }

    @Override
    public int sizeIndex(String type) {
        return index(size(type));
    }

    @Override
    public int alignmentIndex(String type) {
        return index(alignment(type));
    }

    @Override
    public int offsetIndex(String type, String field) {
        return index(offset(type, field));
    }

    int widthIndex(Field bitfield) {
        return index(width(bitfield));
    }

    int bitfieldIntegerIndex(Field bitfield) {
        return integerIndex(spelling.typeName(bitfield.declared()));
    }

    /** The size of a value, by its C expression. */
    int valueSizeIndex(String value) {
        return index(sizeOf(value));
    }

    @Override
    public int valueSizeIndex(ResolvedComposite owner, Field field) {
        return valueSizeIndex(Fields.value(owner, field));
    }

    int valueIndex(String constant) {
        return index(value(constant));
    }

    /**
     * @param key of what has to be there for the expression to be C
     */
    private void add(String expression, String key) {
        indexes.putIfAbsent(expression, indexes.size());
        platforms
                .computeIfAbsent(expression, any -> EnumSet.noneOf(Platform.class))
                .addAll(binding.having(key));
    }

    private int index(String expression) {
        return Objects.requireNonNull(indexes.get(expression), expression);
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
