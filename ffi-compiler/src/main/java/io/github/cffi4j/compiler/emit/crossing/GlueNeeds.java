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
            type.accept(new Obstacle())
                    .ifPresent(obstacle -> refuse(
                            span,
                            "'" + function + "' passes " + obstacle,
                            "declare a function that takes a pointer, if the library has one"));
        }
    }

    private void refuse(Span span, String what, String otherwise) {
        refused.add(Diagnostic.of(span, what + ", and <mode>abi</mode> compiles no C", otherwise + API));
    }

    /** Why java.lang.foreign cannot pass a value of a type, if it cannot: it has to know all of it, and nothing unusual. */
    private final class Obstacle implements ResolvedType.Visitor<Optional<String>> {
        @Override
        public Optional<String> ofVoid(ResolvedType.Void type) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ofScalar(ResolvedType.Scalar type) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ofPlatformInteger(ResolvedType.PlatformInteger type) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ofPlatformFloat(ResolvedType.PlatformFloat type) {
            return Optional.empty();
        }

        /** Java's numbers are of doubles. */
        @Override
        public Optional<String> ofComplex(ResolvedType.Complex type) {
            return type.kind() == ComplexKind.DOUBLE
                    ? Optional.empty()
                    : Optional.of("a complex number that is not of two doubles, which C has to convert");
        }

        @Override
        public Optional<String> ofEnumeration(ResolvedType.Enumeration type) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ofComposite(ResolvedType.Composite type) {
            return conditional
                            .union()
                            .composite(type.cName())
                            .filter(this::known)
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("a struct or a union by value of which the cdef tells too little: all fields must be"
                            + " declared, on all platforms, and none packed or a bitfield");
        }

        @Override
        public Optional<String> ofFunctionPointer(ResolvedType.FunctionPointer type) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ofPointer(ResolvedType.Pointer type) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ofArray(ResolvedType.Array type) {
            return type.openEnded()
                    ? Optional.of("an array whose length the cdef does not tell")
                    : type.element().accept(this);
        }

        private boolean known(ResolvedComposite composite) {
            return composite.completeness() == Completeness.EXACT
                    && composite.layout().isEmpty()
                    && composite.pack() == 0
                    && conditional.everywhere(composite.cName())
                    && composite.members().stream()
                            .allMatch(member -> member instanceof Field field && known(composite, field));
        }

        private boolean known(ResolvedComposite composite, Field field) {
            return field.bits().isEmpty()
                    && field.layout().isEmpty()
                    && conditional.everywhere(ConditionalBinding.field(composite.cName(), field.cName()))
                    && field.type().accept(this).isEmpty();
        }
    }
}
