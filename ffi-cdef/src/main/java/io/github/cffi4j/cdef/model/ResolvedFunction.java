package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A function that C implements.
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
    public ResolvedFunction pointedToBy(List<String> types) {
        return new ResolvedFunction(cName, function, result, parameters, critical, nameSpan, declaration, types);
    }

    /** The data that C finds behind a parameter that is a pointer. */
    public enum Contents {
        /** Data of its own type; or it is no pointer. */
        OTHER,
        /** Characters of whatever width, which C does not write to. */
        TEXT,
        /** The same if the headers have the {@code const} that the cdef lacks, as Python's cdefs often do. */
        TEXT_IF_CONST,
        /** Data of any kind, which C reads ({@code const void *}). */
        DATA,
        /** Bytes, which C reads. */
        BYTES,
        /** Bytes, which C may write to. */
        BYTES_WRITTEN
    }

    /**
     * A parameter.
     *
     * @param cName its name, or its number if it has none
     * @param contents what C finds behind it
     * @param array the array that it is declared as, if its length is a constant: C reads or writes as much
     */
    public record Parameter(
            String cName, CType declared, ResolvedType type, Contents contents, Optional<CType> array, Span span) {
        /** Returns true if C reads text there. */
        public boolean text() {
            return contents == Contents.TEXT;
        }

        /** Returns true if C finds bytes there. */
        public boolean bytes() {
            return contents == Contents.DATA || contents == Contents.BYTES || contents == Contents.BYTES_WRITTEN;
        }

        Parameter with(Contents other) {
            return new Parameter(cName, declared, type, other, array, span);
        }
    }

    /**
     * The same with text for the parameters whose characters C does not write to.
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
                                : parameters.get(i).with(Contents.TEXT))
                        .toList(),
                critical,
                nameSpan,
                declaration,
                pointerTypes);
    }
}
