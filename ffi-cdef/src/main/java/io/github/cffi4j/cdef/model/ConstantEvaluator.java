package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration.EnumeratorValue;
import io.github.cffi4j.cdef.Expression;
import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.cdef.model.ConstantNames.EnumeratorPlace;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of integer constant expressions as C computes it (C11 6.6) where types have certain sizes. Gives nothing where the cdef
 * does not tell a value, and where C leaves the result open.
 */
public final class ConstantEvaluator {
    private static final int INT_BITS = 32;
    private static final int CHAR_BITS = 8;
    private static final int MAX_DEPTH = 500;

    /** Made for the first number. */
    private static final class Literals {
        static final Pattern INTEGER = Pattern.compile("(.*?)([uUlL]*)");
        static final Pattern CHARACTER =
                Pattern.compile("'(?:([ -&(-\\[\\]-~])|\\\\(.)|\\\\([0-7]{1,3}|x[0-9a-fA-F]+))'");
    }

    private static final String ESCAPES = "abfnrtv\\'\"?";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\'\"?";
    private static final List<Primitive> RANKS = List.of(
            Primitive.INT,
            Primitive.UNSIGNED_INT,
            Primitive.LONG,
            Primitive.UNSIGNED_LONG,
            Primitive.LONG_LONG,
            Primitive.UNSIGNED_LONG_LONG);

    private final ConstantNames names;
    private final TypeFacts facts;
    private final Map<String, Optional<Number>> known = new HashMap<>();
    private int depth;

    /**
     * @param names what the cdef says of names
     * @param facts what is known of types
     */
    ConstantEvaluator(ConstantNames names, TypeFacts facts) {
        this.names = names;
        this.facts = facts;
    }

    /** A value and the type that C gives it, no smaller than {@code int}. */
    private record Number(BigInteger value, Primitive type) {
        boolean isTrue() {
            return value.signum() != 0;
        }
    }

    /** The value of an expression. */
    public Optional<BigInteger> value(Expression expression) {
        return evaluate(expression, true).map(Number::value);
    }

    /** The value of a macro, a constant or an enumerator. */
    public Optional<BigInteger> value(String name) {
        return name(name, true).map(Number::value);
    }

    /** The value of an enumerator. */
    Optional<BigInteger> value(EnumeratorPlace place) {
        return enumerator(place).map(Number::value);
    }

    /**
     * @param whole whether the expression is no operand of another one
     */
    private Optional<Number> evaluate(Expression expression, boolean whole) {
        if (depth == MAX_DEPTH) {
            return Optional.empty();
        }
        depth++;
        try {
            if (expression instanceof Expression.Literal literal) {
                return literal(literal);
            } else if (expression instanceof Expression.Name name) {
                return name(name.name(), whole);
            } else if (expression instanceof Expression.Unary unary) {
                return evaluate(unary.operand(), false).flatMap(operand -> unary(unary.operator(), operand));
            } else if (expression instanceof Expression.Binary binary) {
                return binary(binary);
            } else if (expression instanceof Expression.Conditional conditional) {
                return conditional(conditional);
            } else if (expression instanceof Expression.Cast cast) {
                return evaluate(cast.operand(), false).flatMap(operand -> cast(operand, cast.type()));
            } else if (expression instanceof Expression.SizeOfType size) {
                Optional<Long> bytes =
                        size.operator().equals("sizeof") ? facts.size(size.type()) : facts.alignment(size.type());
                return bytes.map(count -> new Number(BigInteger.valueOf(count), sizeType()));
            }
            return Optional.empty();
        } finally {
            depth--;
        }
    }

    private Optional<Number> name(String name, boolean whole) {
        Optional<Expression> value = names.value(name);
        if (value.isPresent() && !whole && names.splitByOperators(name)) {
            return Optional.empty();
        }
        Optional<EnumeratorPlace> place = names.enumerator(name);
        if (value.isEmpty() && place.isEmpty()) {
            return Optional.empty();
        }
        if (!known.containsKey(name)) {
            // One that needs itself has no value.
            known.put(name, Optional.empty());
            known.put(
                    name,
                    value.isPresent()
                            ? evaluate(value.get(), true).flatMap(found -> names.type(name)
                                    .map(type -> cast(found, type))
                                    .orElse(Optional.of(found)))
                            : enumerator(place.get()));
        }
        return known.get(name);
    }

    private Optional<Number> enumerator(EnumeratorPlace place) {
        EnumeratorValue origin = place.origin();
        if (origin instanceof EnumeratorValue.FromCompiler) {
            return Optional.empty();
        }
        Optional<Number> base = origin instanceof EnumeratorValue.Given given
                ? evaluate(given.expression(), true)
                : Optional.of(new Number(BigInteger.ZERO, Primitive.INT));
        return base.map(number -> {
            BigInteger value = number.value().add(BigInteger.valueOf(place.steps()));
            return new Number(value, fits(value, Primitive.INT) ? Primitive.INT : Primitive.LONG_LONG);
        });
    }

    private Optional<Number> literal(Expression.Literal literal) {
        String text = literal.span().text();
        return switch (literal.kind()) {
            case INTEGER -> integer(text);
            case CHARACTER -> character(text);
            case FLOATING, STRING -> Optional.empty();
        };
    }

    private Optional<Number> integer(String text) {
        Matcher parts = Literals.INTEGER.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String suffix = parts.group(2).toLowerCase(Locale.ROOT);
        boolean decimal = !text.startsWith("0");
        Primitive smallest =
                suffix.contains("ll") ? Primitive.LONG_LONG : suffix.contains("l") ? Primitive.LONG : Primitive.INT;
        return IntegerLiteral.value(text).flatMap(value -> RANKS.stream()
                .filter(type -> rank(type) >= rank(smallest))
                .filter(type -> signed(type) ? !suffix.contains("u") : suffix.contains("u") || !decimal)
                .filter(type -> fits(value, type))
                .findFirst()
                .map(type -> new Number(value, type)));
    }

    private static Optional<Number> character(String text) {
        Matcher character = Literals.CHARACTER.matcher(text);
        if (!character.matches()) {
            return Optional.empty();
        }
        int value;
        if (character.group(1) != null) {
            value = character.group(1).charAt(0);
        } else if (character.group(2) != null && ESCAPES.contains(character.group(2))) {
            value = ESCAPED.charAt(ESCAPES.indexOf(character.group(2)));
        } else {
            String code = text.substring(2, text.length() - 1);
            BigInteger number = code.matches("[0-7]+")
                    ? new BigInteger(code, 8)
                    : code.matches("x[0-9a-fA-F]+") ? new BigInteger(code.substring(1), 16) : BigInteger.ONE.negate();
            // Beyond it hangs on whether char is signed.
            if (number.signum() < 0 || number.bitLength() >= CHAR_BITS) {
                return Optional.empty();
            }
            value = number.intValue();
        }
        return Optional.of(new Number(BigInteger.valueOf(value), Primitive.INT));
    }

    private Optional<Number> unary(String operator, Number operand) {
        return switch (operator) {
            case "+" -> Optional.of(operand);
            case "-" -> arithmetic(operand.value().negate(), operand.type());
            case "~" -> arithmetic(operand.value().not(), operand.type());
            case "!" -> truth(!operand.isTrue());
            default -> Optional.empty();
        };
    }

    private Optional<Number> binary(Expression.Binary binary) {
        Optional<Number> left = evaluate(binary.left(), false);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        switch (binary.operator()) {
            case "&&" -> {
                return left.get().isTrue()
                        ? evaluate(binary.right(), false).flatMap(right -> truth(right.isTrue()))
                        : truth(false);
            }
            case "||" -> {
                return left.get().isTrue()
                        ? truth(true)
                        : evaluate(binary.right(), false).flatMap(right -> truth(right.isTrue()));
            }
            default -> {
                return evaluate(binary.right(), false).flatMap(right -> binary(left.get(), binary.operator(), right));
            }
        }
    }

    private Optional<Number> binary(Number left, String operator, Number right) {
        if (operator.equals("<<") || operator.equals(">>")) {
            return shift(left, operator, right);
        }
        Primitive type = common(left.type(), right.type());
        BigInteger one = converted(left.value(), type);
        BigInteger other = converted(right.value(), type);
        return switch (operator) {
            case "+" -> arithmetic(one.add(other), type);
            case "-" -> arithmetic(one.subtract(other), type);
            case "*" -> arithmetic(one.multiply(other), type);
            case "/" -> other.signum() == 0 ? Optional.empty() : arithmetic(one.divide(other), type);
            case "%" -> other.signum() == 0 ? Optional.empty() : arithmetic(one.remainder(other), type);
            case "&" -> arithmetic(one.and(other), type);
            case "|" -> arithmetic(one.or(other), type);
            case "^" -> arithmetic(one.xor(other), type);
            case "==" -> truth(one.equals(other));
            case "!=" -> truth(!one.equals(other));
            case "<" -> truth(one.compareTo(other) < 0);
            case ">" -> truth(one.compareTo(other) > 0);
            case "<=" -> truth(one.compareTo(other) <= 0);
            case ">=" -> truth(one.compareTo(other) >= 0);
            default -> Optional.empty();
        };
    }

    private Optional<Number> shift(Number left, String operator, Number right) {
        if (right.value().signum() < 0
                || right.value().compareTo(BigInteger.valueOf(bits(left.type()))) >= 0
                || left.value().signum() < 0) {
            return Optional.empty();
        }
        int count = right.value().intValue();
        return arithmetic(
                operator.equals("<<")
                        ? left.value().shiftLeft(count)
                        : left.value().shiftRight(count),
                left.type());
    }

    private Optional<Number> conditional(Expression.Conditional conditional) {
        Optional<Number> condition = evaluate(conditional.condition(), false);
        Optional<Number> then = evaluate(conditional.then(), false);
        Optional<Number> otherwise = evaluate(conditional.otherwise(), false);
        if (condition.isEmpty() || then.isEmpty() || otherwise.isEmpty()) {
            return Optional.empty();
        }
        Primitive type = common(then.get().type(), otherwise.get().type());
        Number chosen = condition.get().isTrue() ? then.get() : otherwise.get();
        return Optional.of(new Number(converted(chosen.value(), type), type));
    }

    private Optional<Number> cast(Number operand, CType type) {
        CType meant = names.meant(type);
        if (meant instanceof CType.Keyword keyword && keyword.primitive() == Primitive.BOOL) {
            return truth(operand.isTrue());
        }
        Optional<Boolean> signed = facts.signed(type);
        Optional<Integer> bits = facts.size(type).map(bytes -> (int) (bytes * CHAR_BITS));
        if (signed.isEmpty() || bits.isEmpty()) {
            return Optional.empty();
        }
        BigInteger value = wrapped(operand.value(), bits.get(), signed.get());
        Primitive promoted = bits.get() < INT_BITS
                ? Primitive.INT
                : meant instanceof CType.Keyword keyword
                        ? keyword.primitive()
                        : bits.get() == INT_BITS
                                ? signed.get() ? Primitive.INT : Primitive.UNSIGNED_INT
                                : signed.get() ? Primitive.LONG_LONG : Primitive.UNSIGNED_LONG_LONG;
        return Optional.of(new Number(value, promoted));
    }

    /** The width of an arithmetic type, no smaller than {@code int}. */
    private int bits(Primitive type) {
        return switch (type) {
            case INT, UNSIGNED_INT -> INT_BITS;
            case LONG, UNSIGNED_LONG -> facts.longBits();
            default -> Long.SIZE;
        };
    }

    private Primitive sizeType() {
        return facts.pointerBits() == INT_BITS
                ? Primitive.UNSIGNED_INT
                : facts.longBits() == facts.pointerBits() ? Primitive.UNSIGNED_LONG : Primitive.UNSIGNED_LONG_LONG;
    }

    private static boolean signed(Primitive type) {
        return type == Primitive.INT || type == Primitive.LONG || type == Primitive.LONG_LONG;
    }

    private static int rank(Primitive type) {
        return RANKS.indexOf(type) / 2;
    }

    /** The usual arithmetic conversions (C11 6.3.1.8). */
    private Primitive common(Primitive one, Primitive other) {
        if (signed(one) == signed(other)) {
            return rank(one) >= rank(other) ? one : other;
        }
        Primitive unsigned = signed(one) ? other : one;
        Primitive signed = signed(one) ? one : other;
        if (rank(unsigned) >= rank(signed)) {
            return unsigned;
        }
        return bits(signed) > bits(unsigned) ? signed : RANKS.get(RANKS.indexOf(signed) + 1);
    }

    private BigInteger converted(BigInteger value, Primitive type) {
        return wrapped(value, bits(type), signed(type));
    }

    /** Nothing where signed arithmetic goes beyond its type: C says nothing of that. */
    private Optional<Number> arithmetic(BigInteger value, Primitive type) {
        return signed(type) && !fits(value, type)
                ? Optional.empty()
                : Optional.of(new Number(converted(value, type), type));
    }

    private boolean fits(BigInteger value, Primitive type) {
        return converted(value, type).equals(value);
    }

    private static BigInteger wrapped(BigInteger value, int bits, boolean signed) {
        BigInteger low = value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        return signed && low.testBit(bits - 1) ? low.subtract(BigInteger.ONE.shiftLeft(bits)) : low;
    }

    private static Optional<Number> truth(boolean value) {
        return Optional.of(new Number(value ? BigInteger.ONE : BigInteger.ZERO, Primitive.INT));
    }
}
