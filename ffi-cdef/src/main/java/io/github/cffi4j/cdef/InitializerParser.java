package io.github.cffi4j.cdef;

import java.util.Optional;
import java.util.Set;

/** Parses initial values: a constant's is checked by the C compiler, a variable's is C's own affair. */
final class InitializerParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    InitializerParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /**
     * Whether a declaration is of a constant, and what it claims of its value.
     *
     * @param value nothing unless it is a constant
     */
    record Initialized(boolean constant, Optional<Expression> value) {}

    /** Parses {@code = value}, if it is there. */
    Initialized parse(Token name, CType type) {
        boolean constant = isConstant(type);
        if (!tokens.at("=")) {
            return new Initialized(constant, Optional.empty());
        }
        Token sign = tokens.next();
        if (tokens.at("...")) {
            throw Grammar.error(
                    tokens.peek().span(),
                    "'= ...' is for enumerators only",
                    "leave it out: the C compiler tells the value");
        }
        Optional<Expression> value = Optional.empty();
        if (tokens.at("{")) {
            tokens.skipBalanced();
        } else {
            value = Optional.of(grammar.expressions.parse());
        }
        if (value.isPresent() && (constant || isInteger(type) && isIntegerLiteral(value.get()))) {
            return new Initialized(true, value);
        }
        grammar.diagnostics.note(
                sign.span().to(tokens.last().span()),
                "the initial value of '" + name.text() + "' has no effect",
                "C defines it; the value is read from there");
        return new Initialized(constant, Optional.empty());
    }

    private static boolean isConstant(CType type) {
        if (type instanceof CType.Keyword keyword) {
            return keyword.qualifiers().contains(Qualifier.CONST);
        }
        if (type instanceof CType.Named named) {
            return named.qualifiers().contains(Qualifier.CONST);
        }
        if (type instanceof CType.Tagged tagged) {
            return tagged.qualifiers().contains(Qualifier.CONST);
        }
        return type instanceof CType.Pointer pointer && pointer.qualifiers().contains(Qualifier.CONST);
    }

    /** To CFFI {@code int X = 42;} is the constant {@code #define X 42}: a macro, often, that no C code can write to. */
    private static boolean isInteger(CType type) {
        return type instanceof CType.Keyword keyword
                        && keyword.primitive().compareTo(Primitive.BOOL) >= 0
                        && keyword.primitive().compareTo(Primitive.UNSIGNED_LONG_LONG) <= 0
                || type instanceof CType.Named named && isIntegerName(named.name());
    }

    private static boolean isIntegerName(String name) {
        return Set.of("bool", "size_t", "ssize_t", "ptrdiff_t").contains(name)
                || name.endsWith("_t") && name.matches("u?int\\w*_t");
    }

    private static boolean isIntegerLiteral(Expression value) {
        return value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.INTEGER
                || value instanceof Expression.Unary unary
                        && unary.operator().equals("-")
                        && isIntegerLiteral(unary.operand());
    }

    void reject(String noun) {
        if (tokens.at("=")) {
            throw Grammar.error(tokens.peek().span(), "a " + noun + " has no initial value", "remove it");
        }
    }
}
