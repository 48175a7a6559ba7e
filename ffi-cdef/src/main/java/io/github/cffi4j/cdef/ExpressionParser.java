package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses constant expressions, with C's precedence. */
final class ExpressionParser {
    private static final Set<String> PREFIXES = Set.of("-", "+", "~", "!");
    private static final Map<String, Integer> PRECEDENCES = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("|", 3),
            Map.entry("^", 4),
            Map.entry("&", 5),
            Map.entry("==", 6),
            Map.entry("!=", 6),
            Map.entry("<", 7),
            Map.entry(">", 7),
            Map.entry("<=", 7),
            Map.entry(">=", 7),
            Map.entry("<<", 8),
            Map.entry(">>", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10));
    private static final List<String> POSTFIXES = List.of("(", "[", ".", "->", "++", "--");

    private final Grammar grammar;
    private final TokenStream tokens;
    private int operators;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Parses an expression that is no part of another. */
    Expression parse() {
        operators = 0;
        Token first = tokens.peek();
        Expression expression = nested();
        // The C compiler gets it as it is written, where a line counts.
        if (holdsDirective(expression.span().text())) {
            grammar.diagnostics.error(
                    first.span(),
                    "a '#' line inside of a constant expression",
                    "write the whole of what it belongs to in each branch");
        }
        return expression;
    }

    /** Returns true if a line after the first starts with {@code #}. */
    private static boolean holdsDirective(String text) {
        for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', line + 1)) {
            int at = line + 1;
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (text.startsWith("#", at)) {
                return true;
            }
        }
        return false;
    }

    private Expression nested() {
        grammar.nesting.enter(tokens.peek(), 1);
        try {
            return conditional();
        } finally {
            grammar.nesting.leave(1);
        }
    }

    private Expression conditional() {
        Token first = tokens.peek();
        Expression condition = binary(1);
        if (!tokens.accept("?")) {
            return condition;
        }
        Expression then = nested();
        tokens.expect(":", "and the other value of '?'");
        Expression otherwise = nested();
        return new Expression.Conditional(condition, then, otherwise, taken(first));
    }

    private Expression binary(int lowest) {
        Token first = tokens.peek();
        Expression left = unary();
        while (precedence(tokens.peek()) >= lowest) {
            Token operator = tokens.next();
            operators++;
            if (operators > Nesting.MOST_OPERATORS) {
                throw Nesting.tooLong(operator.span());
            }
            Expression right = binary(precedence(operator) + 1);
            left = new Expression.Binary(operator.text(), left, right, taken(first));
        }
        return left;
    }

    /** From a token to the one taken last: parentheses at either end are inside. */
    private Span taken(Token first) {
        return first.span().to(tokens.last().span());
    }

    private static int precedence(Token token) {
        return token.kind() == Token.Kind.PUNCTUATOR ? PRECEDENCES.getOrDefault(token.text(), 0) : 0;
    }

    /** Parses the operand of an operator that stands before it. */
    private Expression operand(Token operator) {
        grammar.nesting.enter(operator, 1);
        try {
            return unary();
        } finally {
            grammar.nesting.leave(1);
        }
    }

    private Expression unary() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.PUNCTUATOR && PREFIXES.contains(token.text())) {
            tokens.next();
            Expression operand = operand(token);
            return new Expression.Unary(token.text(), operand, taken(token));
        }
        if (Keyword.is(token, Keyword.Role.SIZE)) {
            return size();
        }
        if (token.is("(") && (grammar.startsType(tokens.peek(1)) || castToUnknown())) {
            return cast();
        }
        return postfix(primary());
    }

    /** {@code (foo) x} can only be a cast, so an unknown {@code foo} is better called an unknown type. */
    private boolean castToUnknown() {
        Token after = tokens.peek(3);
        boolean operand = after.is("(")
                || after.kind() == Token.Kind.NAME
                || after.kind() == Token.Kind.INTEGER
                || after.kind() == Token.Kind.FLOATING;
        return tokens.peek(1).isName()
                && Keyword.of(tokens.peek(1)).isEmpty()
                && tokens.peek(2).is(")")
                && operand;
    }

    private Expression cast() {
        Token open = tokens.next();
        CType type = grammar.typeName();
        tokens.expect(")", "after the type");
        if (tokens.at("{")) {
            throw Grammar.error(
                    tokens.peek().span(),
                    "a compound literal is no constant",
                    "declare 'static const T NAME;' instead");
        }
        Expression operand = operand(open);
        return new Expression.Cast(type, operand, taken(open));
    }

    private Expression size() {
        Token operator = tokens.next();
        String plain = Keyword.of(operator).orElseThrow().plain();
        if (tokens.at("(") && (grammar.startsType(tokens.peek(1)) || plain.equals("_Alignof"))) {
            tokens.next();
            CType type = grammar.typeName();
            tokens.expect(")", "after the type");
            return new Expression.SizeOfType(plain, type, taken(operator));
        }
        if (plain.equals("_Alignof")) {
            throw tokens.unexpected("'(' and a type after '" + operator.text() + "'");
        }
        Expression operand = operand(operator);
        return new Expression.SizeOfExpression(operand, taken(operator));
    }

    private Expression primary() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.INTEGER) {
            return literal(Expression.LiteralKind.INTEGER);
        } else if (token.kind() == Token.Kind.FLOATING) {
            return literal(Expression.LiteralKind.FLOATING);
        } else if (token.kind() == Token.Kind.CHARACTER) {
            return literal(Expression.LiteralKind.CHARACTER);
        } else if (token.kind() == Token.Kind.STRING) {
            return literal(Expression.LiteralKind.STRING);
        } else if (token.isName()) {
            return name();
        }
        return token.is("(") ? parenthesised() : noExpression(token);
    }

    private Expression literal(Expression.LiteralKind kind) {
        Span span = tokens.next().span();
        while (kind == Expression.LiteralKind.STRING && tokens.peek().kind() == Token.Kind.STRING) {
            span = span.to(tokens.next().span());
        }
        return new Expression.Literal(kind, span);
    }

    private Expression name() {
        Token token = tokens.peek();
        if (Keyword.of(token).isPresent() || grammar.typeNames.contains(token)) {
            return noExpression(token);
        }
        tokens.next();
        return new Expression.Name(token.text(), token.span());
    }

    private Expression parenthesised() {
        Token open = tokens.next();
        Expression inner = nested();
        if (!tokens.accept(")")) {
            throw tokens.unexpected(
                    "')' to close the '(' of line " + open.span().position().line());
        }
        return inner;
    }

    private Expression postfix(Expression operand) {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.PUNCTUATOR && POSTFIXES.contains(token.text())) {
            throw Grammar.error(
                    operand.span().to(token.span()),
                    token.is("(") ? "a call is no constant" : "'" + token.text() + "' makes no constant",
                    "use numbers, constants, operators, casts and sizeof; or '...' and let the C compiler tell");
        }
        return operand;
    }

    private Expression noExpression(Token token) {
        if (token.is("*") || token.is("&")) {
            throw Grammar.error(
                    token.span(), "an address is no constant here", "use '...' where the C compiler can tell");
        }
        throw tokens.unexpected("a constant expression");
    }
}
