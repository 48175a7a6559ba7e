package io.github.cffi4j.cdef.model;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.TagKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A struct, a union, or a type of which only the name is known (a handle).
 *
 * @param kind struct or union
 * @param cName how C spells the type
 * @param completeness how much of it the cdef tells
 * @param members what stands between its braces, in the order written
 * @param layout attributes that change how it lies in memory, as C writes them before a tag
 * @param pack the highest alignment of its fields by {@code #pragma pack}; 0 if there is none
 * @param record whether the cdef says {@code [[ffi::record]]}: its fields are values
 * @param declaration what the cdef says
 */
public record ResolvedComposite(
        TagKind kind,
        String cName,
        Completeness completeness,
        List<Member> members,
        List<String> layout,
        int pack,
        boolean record,
        Span nameSpan,
        Declared declaration) {

    public ResolvedComposite {
        members = List.copyOf(members);
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

    /** What stands between the braces. */
    public sealed interface Member {}

    /**
     * A field.
     *
     * @param bits the width of a bitfield, as C text
     * @param constant whether C lets nobody assign to this bitfield: it, or what holds it, is const
     * @param layout attributes that change how it lies in memory, as C writes them before the type
     */
    public record Field(
            String cName,
            CType declared,
            ResolvedType type,
            Optional<String> bits,
            boolean constant,
            List<String> layout,
            Span nameSpan,
            Declared declaration)
            implements Member {}

    /**
     * A struct or union without a name: C treats its fields as those of what holds it.
     *
     * @param layout attributes that change how it lies in memory
     */
    public record Group(TagKind kind, List<String> layout, List<Member> members) implements Member {}

    /** Bits without a name: {@code int : 3}. */
    public record Padding(CType declared, String bits) implements Member {}

    /** The fields, those of groups among them. */
    public List<Field> fields() {
        return fields(members);
    }

    private static List<Field> fields(List<Member> members) {
        return members.stream()
                .flatMap(member -> member instanceof Group group
                        ? fields(group.members()).stream()
                        : member instanceof Field field ? Stream.of(field) : null)
                .toList();
    }

    /** Returns true if its size is known, so that one can be allocated. */
    public boolean complete() {
        return completeness != Completeness.OPAQUE;
    }
}
