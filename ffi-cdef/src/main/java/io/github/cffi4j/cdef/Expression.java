package io.github.cffi4j.cdef;

/** A constant expression, as written. The C compiler evaluates it in API mode. */
public sealed interface Expression {

    /** Where it stands. */
    Span span();

    /** Its C text, on one line and without comments. */
    default String text() {
        return span().onOneLine();
    }

    /** A number, character or string, as spelt. */
    record Literal(LiteralKind kind, Span span) implements Expression {}

    /** What a literal is. */
    enum LiteralKind {
        INTEGER,
        FLOATING,
        CHARACTER,
        STRING
    }

    /** An enumerator, macro or constant. */
    record Name(String name, Span span) implements Expression {}

    /** {@code -x}, {@code ~x}, {@code !x}, {@code +x}. */
    record Unary(String operator, Expression operand, Span span) implements Expression {}

    /** {@code a + b} and the like. */
    record Binary(String operator, Expression left, Expression right, Span span) implements Expression {}

    /** {@code a ? b : c}. */
    record Conditional(Expression condition, Expression then, Expression otherwise, Span span) implements Expression {}

    /** {@code (type) x}. */
    record Cast(CType type, Expression operand, Span span) implements Expression {}

    /** {@code sizeof(type)} or {@code _Alignof(type)}. */
    record SizeOfType(String operator, CType type, Span span) implements Expression {}

    /** {@code sizeof expression}. */
    record SizeOfExpression(Expression operand, Span span) implements Expression {}
}
