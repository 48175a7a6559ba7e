package io.github.cffi4j.compiler.emit.crossing;

import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.ComplexKind;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Completeness;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a binding that need C of their own, which {@code <mode>abi</mode>} does not compile. */
public final class GlueNeeds {
    private static final String API =
            "; or set <mode>api</mode>: then a few kilobytes of C are compiled for each platform";

    private final ConditionalBinding conditional;
    private final List<Diagnostic> refused = new ArrayList<>();

    private GlueNeeds(ConditionalBinding conditional) {
        this.conditional = conditional;
    }

    /** Returns an error for each thing that needs it, at its place. */
    public static List<Diagnostic> of(ConditionalBinding conditional) {
        GlueNeeds needs = new GlueNeeds(conditional);
        needs.look(conditional.union());
        return needs.refused;
    }

    private void look(ResolvedBinding binding) {
        binding.upcalls()
                .forEach(upcall -> refuse(
                        upcall.nameSpan(),
                        "'" + upcall.cName() + "' is a C function that Java implements",
                        "declare the type of its pointer, and pass a lambda"));
        binding.functions().forEach(this::look);
        binding.signatures().forEach(this::look);
        binding.typedConstants().stream()
                .filter(constant -> constant.type().copied())
                .forEach(constant -> refuse(
                        constant.nameSpan(),
                        "'" + constant.cName() + "' is a constant of several numbers, which C has to copy",
                        "leave it out"));
    }

    private void look(ResolvedFunction function) {
        passed(function.result(), function.nameSpan(), function.cName());
        function.parameters().forEach(parameter -> passed(parameter.type(), parameter.span(), function.cName()));
    }

    private void look(ResolvedSignature signature) {
        String name = signature.name();
        if (signature.function().variadic()) {
            refuse(
                    signature.nameSpan(),
                    "'" + name + "' points to functions with any number of arguments",
                    "declare it 'void *' if Java passes none");
        }
        passed(signature.result(), signature.nameSpan(), name);
        signature.parameters().forEach(parameter -> passed(parameter.type(), parameter.span(), name));
    }

    private void passed(ResolvedType type, Span span, String function) {
        if (type.copied()) {
            type.accept(new Obstacles())
                    .ifPresent(
                            obstacle -> refuse(span, "'" + function + "' passes " + obstacle.what(), obstacle.fix()));
        }
    }

    private void refuse(Span span, String what, String otherwise) {
        refused.add(Diagnostic.of(span, what + ", and <mode>abi</mode> compiles no C", otherwise + API));
    }

    /**
     * A reason why java.lang.foreign cannot pass a value.
     *
     * @param fix what to do instead
     */
    private record Obstacle(String what, String fix) {
        static Optional<Obstacle> of(String what) {
            return of(what, "declare a function that takes a pointer, if the library has one");
        }

        static Optional<Obstacle> of(String what, String fix) {
            return Optional.of(new Obstacle(what, fix));
        }
    }

    /** The reason why java.lang.foreign cannot pass a value of a type, if it cannot: it has to know all of it, and nothing unusual. */
    private final class Obstacles implements ResolvedType.Visitor<Optional<Obstacle>> {
        @Override
        public Optional<Obstacle> ofVoid(ResolvedType.Void type) {
            return Optional.empty();
        }

        @Override
        public Optional<Obstacle> ofScalar(ResolvedType.Scalar type) {
            return Optional.empty();
        }

        @Override
        public Optional<Obstacle> ofPlatformInteger(ResolvedType.PlatformInteger type) {
            return Optional.empty();
        }

        @Override
        public Optional<Obstacle> ofPlatformFloat(ResolvedType.PlatformFloat type) {
            return Optional.empty();
        }

        /** Java's numbers are of doubles. */
        @Override
        public Optional<Obstacle> ofComplex(ResolvedType.Complex type) {
            return type.kind() == ComplexKind.DOUBLE
                    ? Optional.empty()
                    : Obstacle.of("a complex number that is not of two doubles, which C has to convert");
        }

        @Override
        public Optional<Obstacle> ofEnumeration(ResolvedType.Enumeration type) {
            return Optional.empty();
        }

        @Override
        public Optional<Obstacle> ofComposite(ResolvedType.Composite type) {
            return conditional.union().composite(type.cName()).flatMap(this::of);
        }

        @Override
        public Optional<Obstacle> ofFunctionPointer(ResolvedType.FunctionPointer type) {
            return Optional.empty();
        }

        @Override
        public Optional<Obstacle> ofPointer(ResolvedType.Pointer type) {
            return Optional.empty();
        }

        @Override
        public Optional<Obstacle> ofArray(ResolvedType.Array type) {
            return type.openEnded()
                    ? Obstacle.of("an array whose length the cdef does not tell")
                    : type.element().accept(this);
        }

        private Optional<Obstacle> of(ResolvedComposite composite) {
            String what = "'" + composite.cName() + "' by value, ";
            if (composite.completeness() != Completeness.EXACT) {
                return Obstacle.of(
                        what + "and its registers depend on all of its fields",
                        "declare the fields that '...' stands for");
            } else if (!composite.layout().isEmpty() || composite.pack() != 0) {
                return Obstacle.of(what + "which is packed or aligned by an attribute");
            }
            return composite.members().stream()
                    .map(member -> member instanceof Field field
                            ? of(composite, field, what)
                            : Obstacle.of(what + "which has a struct, a union or a bitfield without a name"))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private Optional<Obstacle> of(ResolvedComposite composite, Field field, String what) {
            if (field.bits().isPresent()) {
                return Obstacle.of(what + "which has the bitfield '" + field.cName() + "'");
            } else if (!field.layout().isEmpty()) {
                return Obstacle.of(what + "whose field '" + field.cName() + "' is packed or aligned by an attribute");
            }
            String key = ConditionalBinding.field(composite.cName(), field.cName());
            boolean always = conditional.having(key).containsAll(conditional.having(composite.cName()));
            return always
                    ? field.type().accept(this)
                    : Obstacle.of(what + "whose field '" + field.cName() + "' only some of its platforms have");
        }
    }
}
