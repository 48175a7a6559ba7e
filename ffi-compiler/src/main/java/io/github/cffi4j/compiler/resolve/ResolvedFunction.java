package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A function that C implements and Java calls.
 *
 * @param variadic whether more arguments may follow the parameters
 * @param critical whether the cdef promises a short call that never calls back ({@code [[ffi::critical]]})
 * @param declaration what the cdef says, for the Javadoc
 * @param pointerTypes the interfaces of the function pointers that may point to it
 */
public record ResolvedFunction(
        String cName,
        String javaName,
        CType declaredResult,
        ResolvedType result,
        List<Parameter> parameters,
        boolean variadic,
        boolean critical,
        Span nameSpan,
        Declared declaration,
        List<String> pointerTypes) {

    public ResolvedFunction {
        parameters = List.copyOf(parameters);
        pointerTypes = List.copyOf(pointerTypes);
    }

    /** The same, with the types of pointers to it. */
    ResolvedFunction pointedToBy(List<String> types) {
        return new ResolvedFunction(
                cName, javaName, declaredResult, result, parameters, variadic, critical, nameSpan, declaration, types);
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
     * @param offer what Java may pass besides
     * @param array the array that it is declared as, if its length is a constant: C reads or writes as much
     */
    public record Parameter(
            String javaName, CType declared, ResolvedType type, Offer offer, Optional<CType> array, Span span) {
        /** Returns true if Java may pass a {@code String}. */
        public boolean text() {
            return offer == Offer.TEXT;
        }

        /** Returns true if Java may pass bytes of its own. */
        public boolean bytes() {
            return offer == Offer.DATA || offer == Offer.BYTES || offer == Offer.BYTES_WRITTEN;
        }

        Parameter offering(Offer other) {
            return new Parameter(javaName, declared, type, other, array, span);
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
                javaName,
                declaredResult,
                result,
                IntStream.range(0, parameters.size())
                        .mapToObj(i -> i >= Long.SIZE || (constant >> i & 1) == 0
                                ? parameters.get(i)
                                : parameters.get(i).offering(Offer.TEXT))
                        .toList(),
                variadic,
                critical,
                nameSpan,
                declaration,
                pointerTypes);
    }
}
