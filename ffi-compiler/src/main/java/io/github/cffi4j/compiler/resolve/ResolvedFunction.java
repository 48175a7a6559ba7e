package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A function that C implements and Java calls.
 *
 * @param function its type, as declared
 * @param critical whether the cdef promises a short call that never calls back ({@code [[ffi::critical]]})
 * @param declaration what the cdef says
 * @param pointerTypes the ids of the types of function pointers that may point to it
 */
public record ResolvedFunction(
        String cName,
        CType.Function function,
        ResolvedType result,
        List<Parameter> parameters,
        boolean critical,
        Span nameSpan,
        Declared declaration,
        List<String> pointerTypes) {

    public ResolvedFunction {
        parameters = List.copyOf(parameters);
        pointerTypes = List.copyOf(pointerTypes);
    }

    /** The type of its result, as declared. */
    public CType declaredResult() {
        return function.result();
    }

    /** Returns true if more arguments may follow the parameters. */
    public boolean variadic() {
        return function.variadic();
    }

    /** The same, with the types of pointers to it. */
    ResolvedFunction pointedToBy(List<String> types) {
        return new ResolvedFunction(cName, function, result, parameters, critical, nameSpan, declaration, types);
    }

    /** What Java may pass for a parameter besides what its type says. */
    public enum Offer {
        /** Nothing. */
        NOTHING,
        /** A {@code String}: C takes characters of whatever width and does not write to them. */
        TEXT,
        /** A {@code String} if the headers have the {@code const} that the cdef lacks, as Python's cdefs often do. */
        TEXT_IF_CONST,
        /** A {@code byte[]} or a {@code ByteBuffer}: C reads data of any kind ({@code const void *}). */
        DATA,
        /** A {@code byte[]}: C reads bytes. */
        BYTES,
        /** A {@code byte[]}: C may write to the bytes. */
        BYTES_WRITTEN
    }

    /**
     * A parameter.
     *
     * @param cName its name, or its number if it has none
     * @param offer what Java may pass besides
     * @param array the array that it is declared as, if its length is a constant: C reads or writes as much
     */
    public record Parameter(
            String cName, CType declared, ResolvedType type, Offer offer, Optional<CType> array, Span span) {
        /** Returns true if Java may pass a {@code String}. */
        public boolean text() {
            return offer == Offer.TEXT;
        }

        /** Returns true if Java may pass bytes of its own. */
        public boolean bytes() {
            return offer == Offer.DATA || offer == Offer.BYTES || offer == Offer.BYTES_WRITTEN;
        }

        Parameter offering(Offer other) {
            return new Parameter(cName, declared, type, other, array, span);
        }
    }

    /**
     * The same with a {@code String} for the parameters whose characters C does not write to.
     *
     * @param constant the bits of those parameters
     */
    public ResolvedFunction withText(long constant) {
        return new ResolvedFunction(
                cName,
                function,
                result,
                IntStream.range(0, parameters.size())
                        .mapToObj(i -> i >= Long.SIZE || (constant >> i & 1) == 0
                                ? parameters.get(i)
                                : parameters.get(i).offering(Offer.TEXT))
                        .toList(),
                critical,
                nameSpan,
                declaration,
                pointerTypes);
    }
}
