package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Declaration.EnumeratorValue;
import io.github.cffi4j.cdef.Expression;
import io.github.cffi4j.cdef.model.ConstantNames.EnumeratorPlace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares constant expressions by what they mean, and not by how they are written. They are computed here as far as the cdef
 * tells the values of their names; the C compiler still checks each of them.
 */
public final class ConstantValues {
    /** One for each of the ways in which platforms give {@code long} and pointers their sizes. */
    private final List<ConstantEvaluator> platforms;

    ConstantValues(ConstantNames names) {
        this.platforms = List.of(
                new DataModel(names, Long.SIZE, Long.SIZE).evaluator(),
                new DataModel(names, Integer.SIZE, Long.SIZE).evaluator(),
                new DataModel(names, Integer.SIZE, Integer.SIZE).evaluator());
    }

    /** The value of an expression, if the cdef tells it and it is the same on all platforms. */
    public Optional<BigInteger> value(Expression expression) {
        List<Optional<BigInteger>> values = values(platform -> platform.value(expression));
        return values.stream().distinct().count() == 1 ? values.get(0) : Optional.empty();
    }

    /** The C text of an expression: decimal digits if its value is known, otherwise what is written. */
    public String text(Expression expression) {
        return value(expression).map(BigInteger::toString).orElseGet(expression::text);
    }

    /** Returns true if two expressions are known to have one value, whatever the platform. */
    public boolean same(Expression one, Expression other) {
        if (one.text().equals(other.text())) {
            return true;
        }
        List<Optional<BigInteger>> mine = values(platform -> platform.value(one));
        List<Optional<BigInteger>> theirs = values(platform -> platform.value(other));
        return known(mine) && known(theirs) ? mine.equals(theirs) : alike(one, other);
    }

    /** Returns true if two enums have the same enumerators with the same values. */
    public boolean same(Declaration.Enumeration one, Declaration.Enumeration other) {
        boolean same = one.partial() == other.partial()
                && one.enumerators().size() == other.enumerators().size();
        for (int i = 0; same && i < one.enumerators().size(); i++) {
            same = one.enumerators()
                            .get(i)
                            .name()
                            .equals(other.enumerators().get(i).name())
                    && same(new EnumeratorPlace(one, i), new EnumeratorPlace(other, i));
        }
        return same;
    }

    private boolean same(EnumeratorPlace one, EnumeratorPlace other) {
        List<Optional<BigInteger>> mine = values(platform -> platform.value(one));
        List<Optional<BigInteger>> theirs = values(platform -> platform.value(other));
        if (known(mine) && known(theirs)) {
            return mine.equals(theirs);
        }
        return one.steps() == other.steps()
                && (one.origin() instanceof EnumeratorValue.Given given
                                && other.origin() instanceof EnumeratorValue.Given alsoGiven
                        ? same(given.expression(), alsoGiven.expression())
                        : one.origin().equals(other.origin()));
    }

    private List<Optional<BigInteger>> values(Function<ConstantEvaluator, Optional<BigInteger>> value) {
        return platforms.stream().map(value).toList();
    }

    private static boolean known(List<Optional<BigInteger>> values) {
        return values.stream().allMatch(Optional::isPresent);
    }

    /** Expressions with parts that nobody but the compiler knows are the same if their parts are. */
    private boolean alike(Expression one, Expression other) {
        if (one instanceof Expression.Unary mine && other instanceof Expression.Unary theirs) {
            return mine.operator().equals(theirs.operator()) && same(mine.operand(), theirs.operand());
        } else if (one instanceof Expression.Binary mine && other instanceof Expression.Binary theirs) {
            return mine.operator().equals(theirs.operator())
                    && same(mine.left(), theirs.left())
                    && same(mine.right(), theirs.right());
        } else if (one instanceof Expression.Conditional mine && other instanceof Expression.Conditional theirs) {
            return same(mine.condition(), theirs.condition())
                    && same(mine.then(), theirs.then())
                    && same(mine.otherwise(), theirs.otherwise());
        } else if (one instanceof Expression.Cast mine && other instanceof Expression.Cast theirs) {
            return mine.type().span().onOneLine().equals(theirs.type().span().onOneLine())
                    && same(mine.operand(), theirs.operand());
        } else if (one instanceof Expression.Literal mine && other instanceof Expression.Literal theirs) {
            Optional<String> number = floating(mine);
            return number.isPresent() && number.equals(floating(theirs));
        }
        // A name, string or size: told apart by the text alone.
        return one.getClass().equals(other.getClass()) && bare(one).equals(bare(other));
    }

    /** The text without parentheses around it. */
    private static String bare(Expression expression) {
        return expression instanceof Expression.Name name ? name.name() : expression.text();
    }

    /** A decimal number in one spelling, with its suffix. */
    private static Optional<String> floating(Expression.Literal literal) {
        String text = literal.span().text().toLowerCase(Locale.ROOT);
        if (literal.kind() != Expression.LiteralKind.FLOATING || text.startsWith("0x")) {
            return Optional.empty();
        }
        String digits = text.replaceFirst("[fl]$", "");
        return Optional.of(new BigDecimal(digits).stripTrailingZeros() + text.substring(digits.length()));
    }
}
