package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedFloat;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedInteger;
import io.github.cffi4j.compiler.text.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a binding's probe. */
final class ProbeWriter {
    /** Text that C and C++ spell differently: the author's preamble may be either. */
    private static final String DIALECTS = """
            #ifdef __cplusplus
            #define FFI_C_OR_CPP(C, CPP) CPP
            #define FFI_SAME_TYPE(A, B) __is_same(A, B)
            #define FFI_IS_ARRAY(X) __is_array(__typeof__(X))
            #else
            #define FFI_C_OR_CPP(C, CPP) C
            #define FFI_SAME_TYPE(A, B) __builtin_types_compatible_p(A, B)
            #define FFI_IS_ARRAY(X) !__builtin_types_compatible_p(__typeof__(X), __typeof__(&(X)[0]))
            #endif
            /* GCC's numbers of struct and union types. */
            #define FFI_IS_COMPOSITE(T) \\
                (__builtin_classify_type(*(T *)0) == 12 || __builtin_classify_type(*(T *)0) == 13)
            #ifdef __SIZEOF_INT128__
            #define FFI_WIDE __int128
            #else
            #define FFI_WIDE _BitInt(128)
            #endif""";

    private final ResolvedBinding binding;
    private final ProbeText probe = new ProbeText();

    private ProbeWriter(ResolvedBinding binding) {
        this.binding = binding;
    }

    /**
     * @param preamble the file the author includes headers in, as an {@code #include} finds it
     */
    static Probe write(ResolvedBinding binding, Optional<String> preamble) {
        return new ProbeWriter(binding).write(preamble);
    }

    private Probe write(Optional<String> preamble) {
        probe.line(Prelude.of(preamble).strip())
                .line("#include \"ffi_after_preamble.h\"")
                .line(DIALECTS);
        CompositeClaims composites = new CompositeClaims(probe, binding.spelling(), binding.meaning());
        FunctionClaims functions = new FunctionClaims(probe, binding.spelling(), binding.meaning());
        ConstantClaims constants = new ConstantClaims(probe, binding.spelling(), binding.meaning());
        TypedefClaims typedefs = new TypedefClaims(probe, binding.spelling(), binding.meaning());
        binding.integers().forEach(this::integer);
        binding.floats().forEach(this::floating);
        binding.enums().forEach(this::enumeration);
        binding.typedefs().forEach(typedefs::write);
        Stream.concat(binding.includes().composites().stream(), binding.composites().stream())
                .filter(ResolvedComposite::complete)
                .forEach(composites::write);
        binding.composites().stream().filter(type -> !type.complete()).forEach(this::handle);
        binding.constants().forEach(constants::write);
        binding.typedConstants().forEach(constants::write);
        binding.globals().forEach(this::global);
        binding.functions().forEach(functions::write);
        values();
        return new Probe(
                probe.toString(),
                probe.claims(),
                Stream.concat(
                                valued().map(ResolvedConstant::cName),
                                TextQuestion.all(binding).map(TextQuestion::key))
                        .toList(),
                probe.widths());
    }

    /** The constants whose values are asked for. */
    private Stream<ResolvedConstant> valued() {
        return Stream.concat(binding.includes().constants().stream(), binding.constants().stream());
    }

    private void integer(ResolvedInteger integer) {
        integer.nameSpan().ifPresent(span -> {
            String type = integer.type().cName();
            probe.claim(ClaimKind.INTEGER_TYPE, type, type, "", span)
                    .assertion(Text.format(
                            "sizeof((%1$s)1 | 0) && (sizeof(%1$s) == 1 || sizeof(%1$s) == 2 || sizeof(%1$s) == 4 || sizeof(%1$s) == 8)",
                            type));
        });
    }

    private void floating(ResolvedFloat floating) {
        String type = floating.type().cName();
        floating.nameSpan().ifPresent(span -> probe.claim(ClaimKind.FLOATING_TYPE, type, type, "", span)
                .assertion("_Generic(*(" + type + " *)0, float: 1, double: 1, default: 0)"));
    }

    private void enumeration(ResolvedEnum enumeration) {
        String type = enumeration.cName();
        if (!type.isEmpty()) {
            probe.claim(ClaimKind.TYPE, type, type, "", enumeration.nameSpan()).assertion("sizeof(" + type + ") > 0");
        }
    }

    private void handle(ResolvedComposite handle) {
        // A tag need not be declared anywhere else; a typedef must be.
        if (!handle.cName().contains(" ")) {
            probe.claim(ClaimKind.TYPE, handle.cName(), handle.cName(), "", handle.nameSpan())
                    .line("typedef " + handle.cName() + " *" + probe.fresh() + ";");
        }
    }

    /** Its address has the type of a pointer to what the cdef declares. */
    private void global(ResolvedGlobal global) {
        String name = global.cName();
        AddressClaim address = AddressClaim.of(binding.meaning().expanded(global.declared()), global.nameSpan());
        String reader = address.declare(binding.meaning(), probe.fresh() + "(void)");
        String declared = binding.spelling().typeName(global.declared());
        probe.claim(ClaimKind.GLOBAL, name, name, declared, global.nameSpan())
                .line("static inline " + reader + " { return &" + name + address.index() + "; }");
        String meant = binding.meaning().typeName(global.declared());
        if (global.type().integer() && !meant.equals("int")) {
            probe.claim(ClaimKind.GLOBAL, name, name, declared, global.nameSpan())
                    .assertion(Text.format("((__typeof__(%s))-1 < 0) == ((%s)-1 < 0)", name, meant));
        }
        probe.claim(ClaimKind.GLOBAL_WRITABLE, name, name, declared, global.nameSpan())
                .assertion("!" + constant("__typeof__(&" + name + ")") + " || "
                        + constant(binding.meaning().typeName(address.pointer())));
        address.dimensions()
                .forEach(dimension -> probe.claim(ClaimKind.ARRAY_LENGTH, name, name, declared, global.nameSpan())
                        .assertion(dimension.assertion(name)));
    }

    private static String constant(String pointer) {
        return Text.format("FFI_SAME_TYPE(%1$s, const __typeof__(*(%1$s)0) *)", pointer);
    }

    /** The marker, then for each constant and each question its bits and whether it is zero or less. */
    private void values() {
        probe.line("__attribute__((__used__)) const __INT64_TYPE__ ffi_probe[] = {");
        for (long marker : Probe.MARKER) {
            probe.line("(__INT64_TYPE__)0x" + Long.toHexString(marker) + "ULL,");
        }
        valued().forEach(constant -> probe.claim(
                        ClaimKind.CONSTANT, constant.cName(), constant.cName(), "", constant.nameSpan())
                .line(Text.format("(__INT64_TYPE__)((%1$s) | 0), ((%1$s) | 0) <= 0,", constant.cName())));
        TextQuestion.all(binding).forEach(question -> question.write(probe));
        probe.line("0 };");
    }
}
