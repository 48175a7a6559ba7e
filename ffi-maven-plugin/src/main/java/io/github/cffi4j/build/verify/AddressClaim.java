package io.github.cffi4j.build.verify;

import io.github.cffi4j.build.text.Text;
import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How to ask whether something in memory has a type: its address is assigned to a pointer to that type.
 *
 * <p>Where the compiler tells an array's length, C has no such pointer type. Then the innermost element is asked for, and
 * each length that the cdef does give by itself.
 *
 * @param pointer the type of the pointer
 * @param index what follows the name to reach the element, such as {@code [0][0]}
 * @param lengths the lengths to ask for
 */
record AddressClaim(CType pointer, String index, List<Length> lengths) {

    /** The length of a dimension: {@code index} reaches the array that has it. */
    record Length(String index, String claimed) {
        String assertion(String value) {
            return Text.format("sizeof((%1$s)%2$s) / sizeof((%1$s)%2$s[0]) == (%3$s)", value, index, claimed);
        }
    }

    static AddressClaim of(CType declared, Span span) {
        if (!lengthFromCompiler(declared)) {
            return new AddressClaim(new CType.Pointer(declared, Set.of(), span), "", List.of());
        }
        List<Length> lengths = new ArrayList<>();
        StringBuilder index = new StringBuilder();
        CType element = declared;
        while (element instanceof CType.Array array) {
            if (array.length() instanceof CType.ArrayLength.Fixed fixed) {
                lengths.add(new Length(index.toString(), fixed.expression().text()));
            }
            index.append("[0]");
            element = array.element();
        }
        return new AddressClaim(new CType.Pointer(element, Set.of(), span), index.toString(), lengths);
    }

    static boolean lengthFromCompiler(CType type) {
        return type instanceof CType.Array array
                && (array.length() instanceof CType.ArrayLength.FromCompiler || lengthFromCompiler(array.element()));
    }
}
