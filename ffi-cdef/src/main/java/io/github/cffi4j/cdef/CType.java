package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A type as a declaration writes it, with names not yet looked up. */
public sealed interface CType {

    /** Where the type's specifiers or declarator stand. */
    Span span();

    /** A keyword type, such as {@code unsigned int}. */
    record Keyword(Primitive primitive, Set<Qualifier> qualifiers, Span span) implements CType {}

    /** A typedef's name, such as {@code size_t} or {@code point_t}. */
    record Named(String name, Set<Qualifier> qualifiers, Span span) implements CType {}

    /**
     * {@code struct tag}, {@code union tag} or {@code enum tag}. A body written in place becomes a declaration of its
     * own before the one that holds it.
     *
     * @param tag the tag; for an anonymous one a name that the parser made up and C cannot spell, such as {@code "#1"}
     */
    record Tagged(TagKind kind, String tag, Set<Qualifier> qualifiers, Span span) implements CType {
        /** The first character of made-up tags. No name in C has it; {@code $} stands in some. */
        static final String MADE_UP = "#";

        /** Returns true if C has no name for the type. */
        public boolean anonymous() {
            return anonymous(tag);
        }

        /** Returns true if the parser made the tag up. */
        public static boolean anonymous(String tag) {
            return tag.startsWith(MADE_UP);
        }
    }

    /** A pointer; the qualifiers are the pointer's own. */
    record Pointer(CType target, Set<Qualifier> qualifiers, Span span) implements CType {}

    /** An array. */
    record Array(CType element, ArrayLength length, Span span) implements CType {}

    /** A function. Parameters keep the types they were written with: arrays and functions are not yet pointers. */
    record Function(
            CType result,
            List<Parameter> parameters,
            boolean variadic,
            Optional<CallingConvention> convention,
            Span span)
            implements CType {}

    /** {@code typedef ... name}: a type of which nothing is known. */
    record Unknown(Span span) implements CType {}

    /** {@code typedef int... name} and {@code typedef float... name}: the C compiler tells size and sign. */
    record Inferred(InferredKind kind, Span span) implements CType {}

    /** What {@code int...} or {@code float...} stands for. */
    enum InferredKind {
        INTEGER,
        FLOATING
    }

    /** A function's parameter; the name may be missing. */
    record Parameter(Optional<String> name, CType type, Span span) {}

    /** Calling conventions that matter on 32-bit Windows only. */
    enum CallingConvention {
        CDECL,
        STDCALL
    }

    /** What stands between an array's brackets. */
    sealed interface ArrayLength {
        /** {@code [N]}. */
        record Fixed(Expression expression) implements ArrayLength {}

        /** {@code []}. */
        record Open() implements ArrayLength {}

        /** {@code [...]}: the C compiler tells. */
        record FromCompiler() implements ArrayLength {}
    }
}
