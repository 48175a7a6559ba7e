package io.github.cffi4j.inline;

import java.math.BigInteger;
import java.util.Locale;

/** C's value of an expression. */
sealed interface Answer {
    /** Returns the value as a cdef writes it. */
    String literal();

    /** An integer. */
    record Whole(BigInteger value) implements Answer {
        @Override
        public String literal() {
            if (value.equals(BigInteger.valueOf(Long.MIN_VALUE))) {
                // C has no such literal: the minus is an operator.
                return "(-9223372036854775807 - 1)";
            }
            return value.bitLength() > Long.SIZE - 1 ? value + "U" : value.toString();
        }

        /** Returns a size or an offset. */
        long size() {
            return value.longValueExact();
        }
    }

    /** A floating number. */
    record Real(double value) implements Answer {
        @Override
        public String literal() {
            return Double.toString(value);
        }
    }

    /** A string. */
    record Text(String value) implements Answer {
        @Override
        public String literal() {
            StringBuilder literal = new StringBuilder("\"");
            for (char letter : value.toCharArray()) {
                switch (letter) {
                    case '"', '\\' -> literal.append('\\').append(letter);
                    case '\n' -> literal.append("\\n");
                    case '\r' -> literal.append("\\r");
                    case '\t' -> literal.append("\\t");
                    default ->
                        literal.append(letter < ' ' ? String.format(Locale.ROOT, "\\%03o", (int) letter) : letter);
                }
            }
            return literal.append('"').toString();
        }
    }
}
