package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Optional;

/**
 * One thing a cdef declares. A declaration with several declarators ({@code int a, *b;}) becomes several of these.
 */
public sealed interface Declaration {

    /** The name, or for an anonymous struct, union or enum the made-up tag. */
    String name();

    /** Where the name stands: the place that errors point at. */
    Span nameSpan();

    /** The whole declaration, from its first character to its {@code ;} or end of line: what Javadoc shows. */
    Span span();

    /**
     * The comment about it, as it is written: the one directly above it, otherwise the one behind it on its last line. A
     * run of {@code //} lines is one comment.
     */
    default Optional<Span> comment() {
        return span().source().comments().about(span());
    }

    /** {@code #define X ...} (no value) or {@code #define X 42}. */
    record Macro(String name, Optional<Expression> value, Span nameSpan, Span span) implements Declaration {}

    /**
     * A constant: {@code static const int X;}, {@code extern const char *const NAME;}, {@code static const int X = 42;}.
     * Anything declared {@code const} at the top of its type.
     */
    record Constant(String name, CType type, Optional<Expression> value, Span nameSpan, Span span)
            implements Declaration {}

    /** A global variable. */
    record Variable(String name, CType type, Span nameSpan, Span span) implements Declaration {}

    /** A function. */
    record Function(
            String name, CType.Function type, Linkage linkage, List<Attribute> attributes, Span nameSpan, Span span)
            implements Declaration {}

    /** A typedef. */
    record Typedef(String name, CType type, Span nameSpan, Span span) implements Declaration {}

    /**
     * A struct or union.
     *
     * @param body its fields, or nothing where only the tag is declared
     * @param layout attributes that change how it lies in memory, as C writes them before a tag: packed, aligned
     * @param pack the highest alignment of its fields by {@code #pragma pack}; 0 if there is none
     * @param record where {@code [[ffi::record]]} asks for a Java record of its fields, if it does
     */
    record Composite(
            TagKind kind,
            String name,
            Optional<Body> body,
            List<String> layout,
            int pack,
            Optional<Span> record,
            Span nameSpan,
            Span span)
            implements Declaration {}

    /**
     * An enum.
     *
     * @param partial whether {@code ...} stands among the enumerators: there may be more of them in C
     * @param sized what gives it a size of its own: a type after a colon, or an attribute
     */
    record Enumeration(
            String name, List<Enumerator> enumerators, boolean partial, Optional<Span> sized, Span nameSpan, Span span)
            implements Declaration {}

    /** The fields of a struct or union; partial where {@code ...;} says that C may have others. */
    record Body(List<Field> fields, boolean partial) {}

    /**
     * A field.
     *
     * @param name nothing for an anonymous struct or union inside, and for padding ({@code int : 3})
     * @param bits the width, for a bitfield
     * @param layout attributes that change how it lies in memory, as C writes them before the type
     */
    record Field(
            Optional<String> name,
            CType type,
            Optional<Expression> bits,
            List<String> layout,
            Span nameSpan,
            Span span) {

        /** The comment about it, as {@link Declaration#comment()} finds it. Fields declared together share it. */
        public Optional<Span> comment() {
            return span.source().comments().about(span);
        }
    }

    /**
     * An enumerator.
     *
     * @param span from its name to its value, without the comma
     */
    record Enumerator(String name, EnumeratorValue value, Span nameSpan, Span span) {

        /** The comment about it, as {@link Declaration#comment()} finds it. */
        public Optional<Span> comment() {
            return span.source().comments().about(span);
        }
    }

    /** Where an enumerator's value comes from. */
    sealed interface EnumeratorValue {
        /** {@code A}: one more than the one before, or 0. */
        record Next() implements EnumeratorValue {}

        /** {@code A = 3}. */
        record Given(Expression expression) implements EnumeratorValue {}

        /** {@code A = ...}, or any without a value in a partial enum. */
        record FromCompiler() implements EnumeratorValue {}
    }

    /** Who implements a function. */
    enum Linkage {
        /** C does. */
        C,
        /** Java does, for C code in this module: {@code extern "Java"}, {@code extern "Python"}. */
        JAVA,
        /** Java does, and other C files may call it: {@code extern "Java+C"}, {@code extern "Python+C"}. */
        JAVA_AND_C
    }

    /** A standard attribute in the {@code ffi} namespace, such as {@code [[ffi::critical]]}. */
    record Attribute(String name, Span span) {}
}
