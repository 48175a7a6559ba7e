package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CType.ArrayLength;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How to ask whether something in memory has a type: its address is assigned to a pointer to that type.
 *
 * <p>Where the compiler tells an array's length, there is no such pointer type; where there is no length, C++ does not
 * convert to it. Then the innermost element is asked for, and each dimension by itself.
 *
 * @param pointer the type of the pointer
 * @param element what follows the name to reach the element, such as {@code [0][0]}
 * @param whole the type of the pointer that C takes in place of one to the element
 * @param dimensions the dimensions to ask for
 */
record AddressClaim(CType pointer, String element, Optional<CType> whole, List<Dimension> dimensions) {

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
            return new AddressClaim(new CType.Pointer(declared, Set.of(), span), "", Optional.empty(), List.of());
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
        Optional<CType> whole = lengthFromCompiler(declared)
                ? Optional.empty()
                : Optional.of(new CType.Pointer(declared, Set.of(), span));
        return new AddressClaim(new CType.Pointer(element, Set.of(), span), index.toString(), whole, dimensions);
    }

    /** A declaration of a pointer, or of a function that returns one. */
    String declare(CSpelling meaning, String name) {
        String toElement = meaning.declare(pointer, name);
        return whole.map(type -> either(meaning.declare(type, name), toElement)).orElse(toElement);
    }

    /** The text after the name whose address is taken. */
    String index() {
        return whole.isPresent() ? either("", element) : element;
    }

    private static String either(String c, String cpp) {
        return " FFI_C_OR_CPP(" + c + ", " + cpp + ")";
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
