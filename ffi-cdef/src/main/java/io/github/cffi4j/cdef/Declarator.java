package io.github.cffi4j.cdef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A name and what stands around it.
 *
 * @param modifiers from the name outwards
 */
record Declarator(Optional<Token> name, List<Modifier> modifiers, Span span) {

    /** The type that the name gets when {@code base} stands before the declarator. */
    CType type(CType base, Optional<Modifier.Convention> convention) {
        CType type = base;
        Optional<Modifier.Convention> pending = convention;
        for (int i = modifiers.size() - 1; i >= 0; i--) {
            Modifier modifier = modifiers.get(i);
            if (modifier instanceof Modifier.Convention found) {
                if (type instanceof CType.Function function) {
                    type = with(function, found);
                } else {
                    pending = Optional.of(found);
                }
            } else if (!(modifier instanceof Modifier.Layout)) {
                type = apply(modifier, type);
                if (pending.isPresent() && type instanceof CType.Function function) {
                    type = with(function, pending.get());
                    pending = Optional.empty();
                }
            }
        }
        if (pending.isPresent()) {
            Span unused = pending.get().span();
            throw error(unused, "a calling convention belongs to a function", "remove " + unused.text());
        }
        return type;
    }

    /** The attributes that change how a field lies in memory. */
    List<String> layout() {
        List<String> texts = new ArrayList<>();
        for (Modifier modifier : modifiers) {
            if (modifier instanceof Modifier.Layout layout) {
                texts.addAll(layout.texts());
            }
        }
        return texts;
    }

    /** Returns true if a type built by this declarator rests on something left to the C compiler. */
    boolean leftOpen(CType type) {
        if (type instanceof CType.Pointer pointer) {
            return leftOpen(pointer.target());
        }
        if (type instanceof CType.Array array) {
            return leftOpen(array.element());
        }
        if (type instanceof CType.Function function) {
            return leftOpen(function.result());
        }
        return type instanceof CType.Unknown || type instanceof CType.Inferred;
    }

    private static CType with(CType.Function function, Modifier.Convention convention) {
        return new CType.Function(
                function.result(),
                function.parameters(),
                function.variadic(),
                Optional.of(convention.convention()),
                function.span());
    }

    private static CType apply(Modifier modifier, CType type) {
        if (modifier instanceof Modifier.PointerTo pointer) {
            return new CType.Pointer(type, pointer.qualifiers(), pointer.span());
        }
        if (modifier instanceof Modifier.ArrayOf array) {
            if (type instanceof CType.Function) {
                throw error(array.span(), "an array of functions", "make it an array of pointers: (*name[3])(int)");
            }
            return new CType.Array(type, array.length(), array.span());
        }
        Modifier.FunctionTaking function = (Modifier.FunctionTaking) modifier;
        if (type instanceof CType.Function || type instanceof CType.Array) {
            String noun = type instanceof CType.Function ? "a function" : "an array";
            throw error(function.span(), "a function cannot return " + noun, "return a pointer to it");
        }
        return new CType.Function(type, function.parameters(), function.variadic(), Optional.empty(), function.span());
    }

    private static SyntaxError error(Span span, String message, String fix) {
        return new SyntaxError(Diagnostic.of(span, message, fix));
    }

    /** A change that a declarator makes to the type before it; C writes it around the name. */
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
}
