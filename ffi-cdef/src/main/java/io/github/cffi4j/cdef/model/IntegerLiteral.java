package io.github.cffi4j.cdef.model;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Reads C's integers: decimal, octal, {@code 0x10}, {@code 0b10}, with {@code '} between digits and suffixes behind. */
final class IntegerLiteral {

    private IntegerLiteral() {}

    /** The value of a literal; nothing if it is none. */
    static Optional<BigInteger> value(String literal) {
        String digits = literal.toLowerCase(Locale.ROOT).replace("'", "").replaceFirst("[ul]+$", "");
        try {
            if (digits.startsWith("0x")) {
                return Optional.of(new BigInteger(digits.substring(2), 16));
            } else if (digits.startsWith("0b")) {
                return Optional.of(new BigInteger(digits.substring(2), 2));
            }
            return Optional.of(new BigInteger(digits, digits.startsWith("0") ? 8 : 10));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
