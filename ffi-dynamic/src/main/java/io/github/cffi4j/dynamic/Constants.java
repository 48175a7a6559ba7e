package io.github.cffi4j.dynamic;

import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Expression;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The values of macros, enumerators and constants that a cdef gives. */
final class Constants {
    private Constants() {}

    /** Returns the value, if the cdef tells it: an {@code Integer}, a {@code Long}, a {@code Double} or a {@code String}. */
    static Optional<Object> value(Types types, String name, Optional<Expression> expression) {
        Optional<BigInteger> integer = types.constant(name);
        if (integer.isPresent()) {
            BigInteger value = integer.get();
            return Optional.of(
                    value.bitLength() < Integer.SIZE ? (Object) value.intValue() : (Object) value.longValue());
        }
        return expression.flatMap(Constants::other);
    }

    /** Returns the expression that gives a name its value, if it does. */
    static Optional<Expression> expression(Declaration declaration) {
        if (declaration instanceof Declaration.Macro macro) {
            return macro.value();
        }
        return declaration instanceof Declaration.Constant constant ? constant.value() : Optional.empty();
    }

    private static Optional<Object> other(Expression expression) {
        if (expression instanceof Expression.Unary unary && unary.operator().equals("-")) {
            return other(unary.operand()).filter(Double.class::isInstance).map(value -> (Object) (-(Double) value));
        } else if (expression instanceof Expression.Literal literal) {
            String text = literal.text();
            if (literal.kind() == Expression.LiteralKind.FLOATING) {
                String digits = text.toLowerCase(Locale.ROOT);
                boolean suffix = digits.endsWith("l") || digits.endsWith("f") && !digits.startsWith("0x");
                return Optional.of(Double.valueOf(suffix ? digits.substring(0, digits.length() - 1) : digits));
            } else if (literal.kind() == Expression.LiteralKind.STRING && simple(text)) {
                return Optional.of(text.substring(1, text.length() - 1).translateEscapes());
            }
        }
        return Optional.empty();
    }

    /** Returns true for one string, with escapes that Java knows as well. */
    private static boolean simple(String text) {
        for (int i = 1; i < text.length() - 1; i++) {
            char letter = text.charAt(i);
            if (letter == '\\' && "\\\"'nrtbf0".indexOf(text.charAt(++i)) < 0 || letter == '"') {
                return false;
            }
        }
        return text.startsWith("\"");
    }
}
