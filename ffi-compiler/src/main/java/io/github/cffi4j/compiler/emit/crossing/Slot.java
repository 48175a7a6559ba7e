package io.github.cffi4j.compiler.emit.crossing;

import java.util.function.UnaryOperator;

/**
 * Where a value crosses when C calls Java: 64 bits of memory, or of a Java variable.
 *
 * @param bits the expression for an integer or an address
 * @param number the expression for a {@code double}
 * @param store makes an expression that stores an integer or an address
 * @param storeNumber makes an expression that stores a {@code double}
 */
public record Slot(String bits, String number, UnaryOperator<String> store, UnaryOperator<String> storeNumber) {
    /** Returns a slot of the memory {@code v}. */
    public static Slot inMemory(int offset) {
        return new Slot(
                "v.getLong(" + offset + ")",
                "v.getDouble(" + offset + ")",
                value -> "v.setLong(" + offset + ", " + value + ")",
                value -> "v.setDouble(" + offset + ", " + value + ")");
    }

    /**
     * Returns a Java variable.
     *
     * @param assigned what stands before a value that is assigned to it
     */
    public static Slot variable(String name, String assigned) {
        return new Slot(
                name,
                "Double.longBitsToDouble(" + name + ")",
                value -> assigned + value,
                value -> assigned + "Double.doubleToRawLongBits(" + value + ")");
    }

    String store(String value) {
        return store.apply(value);
    }

    String storeNumber(String value) {
        return storeNumber.apply(value);
    }
}
