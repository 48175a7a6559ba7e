package io.github.cffi4j.cdef;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Array lengths that other parameters give, as in {@code int f(int n, int m[n][n])}. They mean nothing outside the function, and
 * to C an array without a length is compatible with one that has any: so the types are kept without them.
 */
final class VariableLengths {
    /** The names of the parameters so far: of this list, and below it of those around it. */
    private final Deque<Set<String>> lists = new ArrayDeque<>();

    /** Begins a list of parameters. */
    void open() {
        lists.push(new HashSet<>());
    }

    /** Ends the list begun last. */
    void close() {
        lists.pop();
    }

    /** A parameter that those behind it may name. */
    void declare(String parameter) {
        lists.element().add(parameter);
    }

    /** A parameter's type without lengths that name parameters. */
    CType fixed(CType type) {
        return type instanceof CType.Array array
                ? withLength(array, fixed(array.element(), false))
                : fixed(type, false);
    }

    private CType fixed(CType type, boolean element) {
        if (type instanceof CType.Pointer pointer) {
            return new CType.Pointer(fixed(pointer.target(), false), pointer.qualifiers(), pointer.span());
        }
        if (!(type instanceof CType.Array array)) {
            return type;
        }
        if (element && (array.length() instanceof CType.ArrayLength.Open || variable(array.length()))) {
            throw Grammar.error(
                    array.span(),
                    "a length that another parameter gives, inside an array of arrays",
                    "declare the parameter as 'void *'");
        }
        return withLength(array, fixed(array.element(), true));
    }

    private CType withLength(CType.Array array, CType element) {
        CType.ArrayLength length = variable(array.length()) ? new CType.ArrayLength.Open() : array.length();
        return new CType.Array(element, length, array.span());
    }

    private boolean variable(CType.ArrayLength length) {
        return length instanceof CType.ArrayLength.Fixed fixed && names(fixed.expression());
    }

    private boolean names(Expression expression) {
        if (expression instanceof Expression.Name name) {
            for (Set<String> names : lists) {
                if (names.contains(name.name())) {
                    return true;
                }
            }
            return false;
        } else if (expression instanceof Expression.Unary unary) {
            return names(unary.operand());
        } else if (expression instanceof Expression.Binary binary) {
            return names(binary.left()) || names(binary.right());
        } else if (expression instanceof Expression.Conditional conditional) {
            return names(conditional.condition()) || names(conditional.then()) || names(conditional.otherwise());
        } else if (expression instanceof Expression.Cast cast) {
            return names(cast.operand());
        }
        // The size of a parameter is known from its type, but C lets it name one as well.
        return expression instanceof Expression.SizeOfExpression size && names(size.operand());
    }
}
