package io.github.cffi4j.build.verify;

import io.github.cffi4j.build.resolve.CSpelling;
import io.github.cffi4j.build.resolve.ResolvedBinding;
import io.github.cffi4j.build.resolve.ResolvedComposite;
import io.github.cffi4j.build.resolve.ResolvedConstant;
import io.github.cffi4j.build.resolve.ResolvedFunction;
import io.github.cffi4j.build.resolve.ResolvedInteger;
import io.github.cffi4j.build.resolve.ResolvedType;
import io.github.cffi4j.build.resolve.ResolvedTypedConstant;
import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a binding's probe. */
final class ProbeWriter {
    private final ResolvedBinding binding;
    private final CSpelling spelling;
    private final StringBuilder out = new StringBuilder();
    private final List<Claim> claims = new ArrayList<>();
    private int counter;

    private ProbeWriter(ResolvedBinding binding) {
        this.binding = binding;
        this.spelling = binding.spelling();
    }

    /**
     * @param preamble the file the author includes headers in, as an {@code #include} finds it
     */
    static Probe write(ResolvedBinding binding, Optional<String> preamble) {
        ProbeWriter writer = new ProbeWriter(binding);
        preamble.ifPresent(file -> writer.out.append("#include \"").append(file).append("\"\n"));
        writer.out.append("""
                #include <stddef.h>
                #include <stdint.h>
                #include <sys/types.h>
                """);
        binding.integers().forEach(writer::integer);
        binding.composites().stream().filter(ResolvedComposite::complete).forEach(writer::composite);
        binding.composites().stream().filter(type -> !type.complete()).forEach(writer::handle);
        binding.constants().forEach(writer::constantValue);
        binding.typedConstants().forEach(writer::typedConstant);
        binding.functions().forEach(writer::function);
        writer.values();
        return new Probe(
                writer.out.toString(),
                List.copyOf(writer.claims),
                binding.constants().stream().map(ResolvedConstant::cName).toList());
    }

    /** Starts the line that stands for a claim. */
    private void claim(ClaimKind kind, String chain, String subject, String claimed, Span span) {
        claims.add(new Claim(kind, chain, subject, claimed, span));
        out.append("#line ")
                .append(claims.size())
                .append(" \"")
                .append(Probe.FILE)
                .append("\"\n");
    }

    private void assertion(String condition) {
        out.append("_Static_assert(").append(condition).append(", \"ffi\");\n");
    }

    private void integer(ResolvedInteger integer) {
        integer.nameSpan().ifPresent(span -> {
            String type = integer.type().cName();
            claim(ClaimKind.INTEGER_TYPE, type, type, "", span);
            assertion(
                    "sizeof((%1$s)1 | 0) && (sizeof(%1$s) == 1 || sizeof(%1$s) == 2 || sizeof(%1$s) == 4 || sizeof(%1$s) == 8)"
                            .formatted(type));
        });
    }

    private void handle(ResolvedComposite handle) {
        // A tag need not be declared anywhere else; a typedef must be.
        if (!handle.cName().contains(" ")) {
            claim(ClaimKind.TYPE, handle.cName(), handle.cName(), "", handle.nameSpan());
            out.append("typedef ")
                    .append(handle.cName())
                    .append(" *")
                    .append(fresh())
                    .append(";\n");
        }
    }

    private void composite(ResolvedComposite composite) {
        String type = composite.cName();
        claim(ClaimKind.TYPE, type, type, "", composite.nameSpan());
        assertion("sizeof(" + type + ") > 0");
        composite.fields().forEach(field -> field(type, field));
        if (composite.completeness() == ResolvedComposite.Completeness.EXACT) {
            exact(composite);
        }
    }

    private void field(String type, ResolvedComposite.Field field) {
        String value = "((" + type + " *)0)->" + field.cName();
        String declared = spelling.typeName(field.declared());
        claim(ClaimKind.FIELD, type, field.cName(), declared, field.nameSpan());
        assertion("sizeof(" + value + ") || 1");
        claim(ClaimKind.FIELD_TYPE, type, field.cName(), declared, field.nameSpan());
        if (integer(field.type())) {
            // Like CFFI, any integer of the same size will do; unlike CFFI, the sign must agree too, but for a plain
            // int, which people write for enums that compilers make unsigned.
            assertion("sizeof(%1$s | 0) && sizeof(%1$s) == sizeof(%2$s)".formatted(value, declared));
            if (!declared.equals("int")) {
                claim(ClaimKind.FIELD_TYPE, type, field.cName(), declared, field.nameSpan());
                assertion("((__typeof__(%s))-1 < 0) == ((%s)-1 < 0)".formatted(value, declared));
            }
        } else {
            out.append("static inline void ")
                    .append(fresh())
                    .append("(")
                    .append(type)
                    .append(" *p) { ")
                    .append(spelling.declare(pointerTo(field), "f"))
                    .append(" = &p->")
                    .append(field.cName())
                    .append("; (void)f; }\n");
        }
    }

    private static CType pointerTo(ResolvedComposite.Field field) {
        return new CType.Pointer(field.declared(), Set.of(), field.nameSpan());
    }

    /** A twin made of the cdef's own text: the compiler lays both out and compares them. */
    private void exact(ResolvedComposite composite) {
        String type = composite.cName();
        String twin = composite.kind().keyword() + " " + fresh();
        claim(ClaimKind.TYPE, type, type, "", composite.nameSpan());
        out.append(twin).append(" { ");
        composite.fields().forEach(field -> out.append(spelling.declare(field.declared(), field.cName()))
                .append("; "));
        out.append("};\n");
        for (ResolvedComposite.Field field : composite.fields()) {
            claim(ClaimKind.FIELD_OFFSET, type, field.cName(), "", field.nameSpan());
            assertion("__builtin_offsetof(%1$s, %3$s) == __builtin_offsetof(%2$s, %3$s)"
                    .formatted(type, twin, field.cName()));
        }
        claim(ClaimKind.SIZE, type, type, "", composite.nameSpan());
        assertion("sizeof(%s) == sizeof(%s)".formatted(type, twin));
        claim(ClaimKind.ALIGNMENT, type, type, "", composite.nameSpan());
        assertion("_Alignof(%s) == _Alignof(%s)".formatted(type, twin));
    }

    private void constantValue(ResolvedConstant constant) {
        constant.claim().ifPresent(value -> {
            claim(ClaimKind.CONSTANT_VALUE, constant.cName(), constant.cName(), value, constant.nameSpan());
            assertion("(" + constant.cName() + ") == (" + value + ")");
        });
    }

    private void typedConstant(ResolvedTypedConstant constant) {
        String declared = spelling.typeName(constant.declared());
        claim(ClaimKind.TYPED_CONSTANT, constant.cName(), constant.cName(), declared, constant.nameSpan());
        out.append("static inline ")
                .append(spelling.declare(constant.declared(), fresh() + "(void)"))
                .append(" { return ")
                .append(constant.cName())
                .append("; }\n");
        constant.claim().ifPresent(value -> {
            claim(ClaimKind.CONSTANT_VALUE, constant.cName(), constant.cName(), value, constant.nameSpan());
            assertion("(" + constant.cName() + ") == (" + value + ")");
        });
    }

    /** A call with the cdef's types; each argument on a line of its own, since the compiler points at arguments. */
    private void function(ResolvedFunction function) {
        String name = function.cName();
        claim(ClaimKind.FUNCTION, name + "()", name, spelling.typeName(function.declaredResult()), function.nameSpan());
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < function.parameters().size(); i++) {
            parameters
                    .append(i == 0 ? "" : ", ")
                    .append(spelling.declare(function.parameters().get(i).declared(), "x" + i));
        }
        String signature = fresh() + "(" + (parameters.isEmpty() ? "void" : parameters) + ")";
        out.append("static inline ")
                .append(spelling.declare(function.declaredResult(), signature))
                .append(" { ")
                .append(function.result() instanceof ResolvedType.Void ? "" : "return ")
                .append(name)
                .append("(\n");
        for (int i = 0; i < function.parameters().size(); i++) {
            ResolvedFunction.Parameter parameter = function.parameters().get(i);
            claim(
                    ClaimKind.PARAMETER,
                    name + "()",
                    parameter.javaName(),
                    spelling.typeName(parameter.declared()),
                    parameter.span());
            out.append("x").append(i).append(i + 1 < function.parameters().size() ? ",\n" : "\n");
        }
        claims.add(new Claim(ClaimKind.FUNCTION, name + "()", name, "", function.nameSpan()));
        out.append("#line ").append(claims.size()).append("\n); }\n");
    }

    /** The marker, then for each constant its bits and whether it is zero or less. */
    private void values() {
        out.append("__attribute__((used)) const int64_t ffi_probe[] = {\n");
        for (long marker : Probe.MARKER) {
            out.append("(int64_t)0x").append(Long.toHexString(marker)).append("ULL,\n");
        }
        for (ResolvedConstant constant : binding.constants()) {
            claim(ClaimKind.CONSTANT, constant.cName(), constant.cName(), "", constant.nameSpan());
            out.append("(int64_t)((%1$s) | 0), ((%1$s) | 0) <= 0,\n".formatted(constant.cName()));
        }
        out.append("0 };\n");
    }

    private String fresh() {
        return "ffi_claim_" + ++counter;
    }

    private static boolean integer(ResolvedType type) {
        return type instanceof ResolvedType.PlatformInteger
                || type instanceof ResolvedType.Enumeration
                || type instanceof ResolvedType.Scalar scalar && scalar.kind().integer();
    }
}
