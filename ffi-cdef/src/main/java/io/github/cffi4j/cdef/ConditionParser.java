package io.github.cffi4j.cdef;

import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.PredefinedMacros;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses the condition of an {@code #if} line and evaluates it, for all platforms at once: a value is an array of what it
 * is on each. Only macros that tell platforms apart are known. To C any other name is 0; here it is an error, since
 * declarations would vanish without a word.
 */
final class ConditionParser {
    /** The operators, those that bind least first. */
    private static final List<Set<String>> LEVELS =
            List.of(Set.of("||"), Set.of("&&"), Set.of("==", "!="), Set.of("<", ">", "<=", ">="));

    private static final String KNOWN_FORMS =
            "use macros of the platform, integers, 'defined', '!', '&&', '||', comparisons and parentheses";

    private final TokenStream tokens;
    private final Nesting nesting = new Nesting();

    ConditionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** The platforms on which what follows {@code #if} is true. */
    PlatformSet expression() {
        long[] values = binary(0);
        if (!tokens.atEnd()) {
            throw Grammar.error(
                    tokens.peek().span(),
                    "'" + tokens.peek().text() + "' is more than a cdef's conditions know",
                    KNOWN_FORMS);
        }
        return PlatformSet.where(values);
    }

    /** The platforms that define what follows {@code #ifdef}. */
    PlatformSet macro() {
        PlatformSet defined = PlatformSet.where(defined());
        if (!tokens.atEnd()) {
            throw tokens.unexpected("the end of the line");
        }
        return defined;
    }

    private long[] binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        long[] left = binary(level + 1);
        while (!tokens.atEnd() && LEVELS.get(level).contains(tokens.peek().text())) {
            String operator = tokens.next().text();
            long[] right = binary(level + 1);
            for (int i = 0; i < left.length; i++) {
                left[i] = truth(holds(operator, left[i], right[i]));
            }
        }
        return left;
    }

    private static boolean holds(String operator, long left, long right) {
        return switch (operator) {
            case "||" -> left != 0 || right != 0;
            case "&&" -> left != 0 && right != 0;
            case "==" -> left == right;
            case "!=" -> left != right;
            case "<" -> left < right;
            case ">" -> left > right;
            case "<=" -> left <= right;
            default -> left >= right;
        };
    }

    private long[] unary() {
        Token token = tokens.peek();
        if (token.is("!")) {
            tokens.next();
            long[] values = operand(token);
            for (int i = 0; i < values.length; i++) {
                values[i] = truth(values[i] == 0);
            }
            return values;
        } else if (token.is("-")) {
            tokens.next();
            long[] values = operand(token);
            for (int i = 0; i < values.length; i++) {
                values[i] = -values[i];
            }
            return values;
        } else if (token.is("(")) {
            tokens.next();
            nesting.enter(token, 1);
            try {
                long[] inside = binary(0);
                tokens.expect(")", "to close the '(' of the condition");
                return inside;
            } finally {
                nesting.leave(1);
            }
        } else if (token.is("defined")) {
            tokens.next();
            boolean parenthesised = tokens.accept("(");
            long[] defined = defined();
            if (parenthesised) {
                tokens.expect(")", "after the macro's name");
            }
            return defined;
        } else if (token.kind() == Token.Kind.INTEGER) {
            long value = integer(tokens.next());
            long[] values = new long[Platform.values().length];
            Arrays.fill(values, value);
            return values;
        } else if (token.isName()) {
            return macroValue();
        }
        if (token.isEnd()) {
            throw Grammar.error(token.span(), "the condition is not complete", KNOWN_FORMS);
        }
        throw Grammar.error(token.span(), token.described() + " is more than a cdef's conditions know", KNOWN_FORMS);
    }

    private long[] operand(Token operator) {
        nesting.enter(operator, 1);
        try {
            return unary();
        } finally {
            nesting.leave(1);
        }
    }

    private long[] macroValue() {
        if (tokens.peek(1).is("(")) {
            throw Grammar.error(
                    tokens.peek().span(),
                    "'" + tokens.peek().text() + "(...)' is more than a cdef's conditions know",
                    KNOWN_FORMS);
        }
        return valuesOf(known());
    }

    private long[] defined() {
        String name = known().text();
        long[] values = new long[Platform.values().length];
        for (Platform platform : Platform.values()) {
            values[platform.ordinal()] = truth(PredefinedMacros.of(platform).containsKey(name));
        }
        return values;
    }

    private static long[] valuesOf(Token name) {
        long[] values = new long[Platform.values().length];
        for (Platform platform : Platform.values()) {
            values[platform.ordinal()] = PredefinedMacros.of(platform).getOrDefault(name.text(), 0L);
        }
        return values;
    }

    /** Takes the name of a macro that tells platforms apart. */
    private Token known() {
        Token name = tokens.peek();
        if (!name.isName()) {
            throw tokens.unexpected("a macro's name");
        }
        if (!isKnown(name.text())) {
            String fix = "a cdef's conditions tell platforms apart, by _WIN32, __APPLE__, __linux__ and the like;"
                    + " remove this condition, or put what depends on it into C functions beside the cdef";
            throw Grammar.error(
                    name.span(),
                    "'" + name.text() + "' is no macro of a platform",
                    near(name.text())
                            .map(near -> "did you mean '" + near + "'? Otherwise " + fix)
                            .orElse(fix));
        }
        return tokens.next();
    }

    static boolean isKnown(String macro) {
        return PredefinedMacros.names().contains(macro);
    }

    private static Optional<String> near(String name) {
        return PredefinedMacros.names().stream()
                .filter(known -> known.length() > 4 && Math.abs(known.length() - name.length()) <= 2)
                .filter(known -> EditDistance.between(known, name) <= 2)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, name)));
    }

    private static long integer(Token token) {
        String digits = token.text().replaceAll("[uUlL]+$", "");
        try {
            return digits.matches("0[bB].*") ? Long.parseLong(digits.substring(2), 2) : Long.decode(digits);
        } catch (NumberFormatException e) {
            throw Grammar.error(
                    token.span(), "'" + token.text() + "' is too large for a condition", "write a smaller number");
        }
    }

    private static long truth(boolean value) {
        return value ? 1 : 0;
    }
}
