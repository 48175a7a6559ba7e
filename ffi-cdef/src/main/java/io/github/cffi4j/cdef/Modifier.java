package io.github.cffi4j.cdef;

import java.util.List;
import java.util.Set;

/** What a declarator does to the type before it; C writes them around the name. */
sealed interface Modifier {

    Span span();

    /** {@code *}. */
    record PointerTo(Set<Qualifier> qualifiers, Span span) implements Modifier {}

    /** {@code [3]}. */
    record ArrayOf(CType.ArrayLength length, Span span) implements Modifier {}

    /** {@code (int x)}. */
    record FunctionTaking(List<CType.Parameter> parameters, boolean variadic, Span span) implements Modifier {}

    /** {@code __attribute__((aligned(16)))} after a field: it changes where that lies, not the type. */
    record Layout(List<String> texts, Span span) implements Modifier {}

    /** {@code __stdcall}. */
    record Convention(CType.CallingConvention convention, Span span) implements Modifier {}
}
