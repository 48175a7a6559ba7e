package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Primitive;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts that all platforms share that give {@code long} and pointers certain sizes. */
final class DataModel implements TypeFacts {
    private static final int MAX_LENGTH_BITS = 16;
    private static final Pattern FIXED_WIDTH = Pattern.compile("u?int(?:_least)?(8|16|32|64)_t");

    private final ConstantNames names;
    private final int longBits;
    private final int pointerBits;
    private final ConstantEvaluator evaluator;

    /**
     * @param names what the cdef says of names
     */
    DataModel(ConstantNames names, int longBits, int pointerBits) {
        this.names = names;
        this.longBits = longBits;
        this.pointerBits = pointerBits;
        this.evaluator = new ConstantEvaluator(names, this);
    }

    /** Evaluates constant expressions by this. */
    ConstantEvaluator evaluator() {
        return evaluator;
    }

    @Override
    public int longBits() {
        return longBits;
    }

    @Override
    public int pointerBits() {
        return pointerBits;
    }

    /** Platforms of one data model differ in them. */
    @Override
    public Optional<Long> alignment(CType type) {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> signed(CType type) {
        CType meant = names.meant(type);
        if (meant instanceof CType.Keyword keyword) {
            return switch (keyword.primitive()) {
                case SIGNED_CHAR, SHORT, INT, LONG, LONG_LONG -> Optional.of(true);
                case UNSIGNED_CHAR, UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_LONG, UNSIGNED_LONG_LONG ->
                    Optional.of(false);
                default -> Optional.empty();
            };
        }
        return meant instanceof CType.Named named
                ? Optional.of(!named.name().startsWith("u") && !named.name().equals("size_t"))
                : Optional.empty();
    }

    @Override
    public Optional<Long> size(CType type) {
        CType meant = names.meant(type);
        if (meant instanceof CType.Pointer) {
            return Optional.of((long) pointerBits / Byte.SIZE);
        } else if (meant instanceof CType.Array array && array.length() instanceof CType.ArrayLength.Fixed fixed) {
            return size(array.element()).flatMap(bytes -> evaluator
                    .value(fixed.expression())
                    .filter(length -> length.signum() >= 0 && length.bitLength() < MAX_LENGTH_BITS)
                    .map(length -> bytes * length.longValue()));
        } else if (meant instanceof CType.Named named) {
            Matcher fixed = FIXED_WIDTH.matcher(named.name());
            if (fixed.matches()) {
                return Optional.of(Long.parseLong(fixed.group(1)) / Byte.SIZE);
            }
            return switch (named.name()) {
                case "size_t", "ssize_t", "ptrdiff_t", "intptr_t", "uintptr_t" ->
                    Optional.of((long) pointerBits / Byte.SIZE);
                default -> Optional.empty();
            };
        }
        return meant instanceof CType.Keyword keyword ? size(keyword.primitive()) : Optional.empty();
    }

    private Optional<Long> size(Primitive type) {
        return switch (type) {
            case BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> Optional.of(1L);
            case SHORT, UNSIGNED_SHORT -> Optional.of(2L);
            case INT, UNSIGNED_INT, FLOAT -> Optional.of(4L);
            case LONG, UNSIGNED_LONG -> Optional.of((long) longBits / Byte.SIZE);
            case LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE, FLOAT_COMPLEX -> Optional.of(8L);
            case DOUBLE_COMPLEX -> Optional.of(16L);
            case VOID, LONG_DOUBLE, LONG_DOUBLE_COMPLEX -> Optional.empty();
        };
    }
}
