package io.github.cffi4j.compiler.header;

import java.util.List;

/** A type of C as a header uses it. */
public sealed interface CTypeText {

    /** Words of the language, such as {@code unsigned int}. */
    record Basic(String words) implements CTypeText {}

    /** A typedef's name. */
    record Named(String name) implements CTypeText {}

    /** {@code struct tag}, {@code union tag} or {@code enum tag}. */
    record Tagged(String kind, String tag) implements CTypeText {}

    /**
     * A struct, union or enum without a tag.
     *
     * @param id the compiler's number of it
     */
    record Unnamed(String kind, String id) implements CTypeText {}

    /** A type with {@code const} or {@code volatile}. */
    record Qualified(String qualifiers, CTypeText type) implements CTypeText {}

    /** A pointer; the qualifiers are its own, such as {@code const}. */
    record Pointer(CTypeText target, String qualifiers) implements CTypeText {}

    /** An array; the length is empty if none is given. */
    record Array(CTypeText element, String length) implements CTypeText {}

    /** A function. */
    record Function(CTypeText result, List<CTypeText> parameters, boolean variadic, String convention)
            implements CTypeText {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }
}
