package io.github.cffi4j.build.verify;

import io.github.cffi4j.build.text.Text;
import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CType.ArrayLength;
import io.github.cffi4j.cdef.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How to ask whether something in memory has a type: its address is assigned to a pointer to that type.
 *
 * <p>Where the compiler tells an array's length, C has no such pointer type; where there is none, C++ does not convert to
 * it. Then the innermost element is asked for, and each dimension by itself.
 *
 * @param pointer the type of the pointer
 * @param index what follows the name to reach the element, such as {@code [0][0]}
 * @param dimensions the dimensions to ask for
 */
record AddressClaim(CType pointer, String index, List<Dimension> dimensions) {

    /**
     * A dimension.
     *
     * @param index reaches the array that has it
     * @param length the length that the cdef gives; without one, all there is to ask is that it is an array
     */
    record Dimension(String index, Optional<String> length) {
        String assertion(String value) {
            String array = "(" + value + ")" + index;
            return length.map(claimed -> Text.format("sizeof(%1$s) / sizeof(%1$s[0]) == (%2$s)", array, claimed))
                    .orElse("FFI_IS_ARRAY(" + array + ")");
        }
    }

    /**
     * @param declared without a typedef at its top
     */
    static AddressClaim of(CType declared, Span span) {
        if (!leftOpen(declared)) {
            return new AddressClaim(new CType.Pointer(declared, Set.of(), span), "", List.of());
        }
        List<Dimension> dimensions = new ArrayList<>();
        StringBuilder index = new StringBuilder();
        CType element = declared;
        while (element instanceof CType.Array array) {
            Optional<String> length = array.length() instanceof ArrayLength.Fixed fixed
                    ? Optional.of(fixed.expression().text())
                    : Optional.empty();
            dimensions.add(new Dimension(index.toString(), length));
            index.append("[0]");
            element = array.element();
        }
        return new AddressClaim(new CType.Pointer(element, Set.of(), span), index.toString(), dimensions);
    }

    private static boolean leftOpen(CType type) {
        return type instanceof CType.Array array
                && (!(array.length() instanceof ArrayLength.Fixed) || leftOpen(array.element()));
    }

    static boolean lengthFromCompiler(CType type) {
        return type instanceof CType.Array array
                && (array.length() instanceof ArrayLength.FromCompiler || lengthFromCompiler(array.element()));
    }
}
