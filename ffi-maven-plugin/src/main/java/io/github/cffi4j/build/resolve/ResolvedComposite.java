package io.github.cffi4j.build.resolve;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.TagKind;
import java.util.List;

/**
 * A struct, a union, or a type of which only the name is known (a handle).
 *
 * @param kind struct or union
 * @param cName how C spells the type
 * @param javaName the generated class
 * @param completeness how much of it the cdef tells
 * @param fields its fields, in the order written
 * @param declaration the C text for the Javadoc
 */
public record ResolvedComposite(
        TagKind kind,
        String cName,
        String javaName,
        Completeness completeness,
        List<Field> fields,
        Span nameSpan,
        String declaration) {

    public ResolvedComposite {
        fields = List.copyOf(fields);
    }

    /** How much of a type the cdef tells. */
    public enum Completeness {
        /** All of it; size, alignment and offsets are checked. */
        EXACT,
        /** Some fields ({@code ...;}); the compiler tells size and offsets. */
        PARTIAL,
        /** Nothing but the name. */
        OPAQUE
    }

    /** A field. */
    public record Field(
            String cName, String javaName, CType declared, ResolvedType type, Span nameSpan, String declaration) {}

    /** Whether Java can allocate one. */
    public boolean complete() {
        return completeness != Completeness.OPAQUE;
    }
}
