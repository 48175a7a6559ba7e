package io.github.cffi4j.dynamic;

import io.github.cffi4j.IntegerType;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The integers that C's headers declare. */
final class StandardTypes {
    static final IntegerType INT = new IntegerType("int", Integer.BYTES, true, false);
    static final IntegerType LONG_LONG = new IntegerType("long long", Long.BYTES, true, false);
    static final IntegerType UNSIGNED_LONG_LONG = new IntegerType("unsigned long long", Long.BYTES, false, false);

    private StandardTypes() {}

    /** Returns true for names that this class, or C's own {@code bool} and complex types, explain. */
    static boolean has(String name) {
        return name.equals("bool") || named(name, () -> Long.BYTES).isPresent();
    }

    /** Returns true for the types that C's text is made of. */
    static boolean text(String name) {
        return name.equals("wchar_t") || name.equals("char16_t") || name.equals("char32_t");
    }

    /**
     * Returns the integer of a name.
     *
     * @param size of it, for those whose width depends on the platform
     */
    static Optional<IntegerType> named(String name, IntSupplier size) {
        return Optional.ofNullable(
                switch (name) {
                    case "int8_t", "int_least8_t" -> IntegerType.INT8;
                    case "uint8_t", "uint_least8_t" -> IntegerType.UINT8;
                    case "int16_t", "int_least16_t" -> IntegerType.INT16;
                    case "uint16_t", "uint_least16_t", "char16_t" -> IntegerType.UINT16;
                    case "int32_t", "int_least32_t" -> INT;
                    case "uint32_t", "uint_least32_t", "char32_t" -> IntegerType.UINT32;
                    case "int64_t", "int_least64_t", "intmax_t" -> LONG_LONG;
                    case "uint64_t", "uint_least64_t", "uintmax_t" -> UNSIGNED_LONG_LONG;
                    case "size_t" -> IntegerType.SIZE;
                    case "ssize_t" -> IntegerType.SSIZE;
                    case "ptrdiff_t" -> IntegerType.PTRDIFF;
                    case "intptr_t" -> IntegerType.INTPTR;
                    case "uintptr_t" -> IntegerType.UINTPTR;
                    case "wchar_t" -> IntegerType.WCHAR;
                    case "int_fast8_t", "int_fast16_t", "int_fast32_t", "int_fast64_t" ->
                        new IntegerType(name, size.getAsInt(), true, true);
                    case "uint_fast8_t", "uint_fast16_t", "uint_fast32_t", "uint_fast64_t" ->
                        new IntegerType(name, size.getAsInt(), false, true);
                    default -> null;
                });
    }
}
