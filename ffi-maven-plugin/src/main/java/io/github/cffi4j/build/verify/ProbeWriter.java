package io.github.cffi4j.build.verify;

import io.github.cffi4j.build.resolve.ResolvedBinding;
import io.github.cffi4j.build.resolve.ResolvedComposite;
import io.github.cffi4j.build.resolve.ResolvedConstant;
import io.github.cffi4j.build.resolve.ResolvedGlobal;
import io.github.cffi4j.build.resolve.ResolvedInteger;
import io.github.cffi4j.build.resolve.ResolvedTypedConstant;
import java.util.Optional;

/** Writes a binding's probe. */
final class ProbeWriter {
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
        preamble.ifPresent(file -> probe.line("#include \"" + file + "\""));
        probe.line("#include <stddef.h>").line("#include <stdint.h>").line("#include <sys/types.h>");
        CompositeClaims composites = new CompositeClaims(probe, binding.spelling());
        FunctionClaims functions = new FunctionClaims(probe, binding.spelling());
        binding.integers().forEach(this::integer);
        binding.composites().stream().filter(ResolvedComposite::complete).forEach(composites::write);
        binding.composites().stream().filter(type -> !type.complete()).forEach(this::handle);
        binding.constants().forEach(this::constantValue);
        binding.typedConstants().forEach(this::typedConstant);
        binding.globals().forEach(this::global);
        binding.functions().forEach(functions::write);
        values();
        return new Probe(
                probe.toString(),
                probe.claims(),
                binding.constants().stream().map(ResolvedConstant::cName).toList());
    }

    private void integer(ResolvedInteger integer) {
        integer.nameSpan().ifPresent(span -> {
            String type = integer.type().cName();
            probe.claim(ClaimKind.INTEGER_TYPE, type, type, "", span)
                    .assertion(
                            "sizeof((%1$s)1 | 0) && (sizeof(%1$s) == 1 || sizeof(%1$s) == 2 || sizeof(%1$s) == 4 || sizeof(%1$s) == 8)"
                                    .formatted(type));
        });
    }

    private void handle(ResolvedComposite handle) {
        // A tag need not be declared anywhere else; a typedef must be.
        if (!handle.cName().contains(" ")) {
            probe.claim(ClaimKind.TYPE, handle.cName(), handle.cName(), "", handle.nameSpan())
                    .line("typedef " + handle.cName() + " *" + probe.fresh() + ";");
        }
    }

    private void constantValue(ResolvedConstant constant) {
        constant.claim().ifPresent(value -> probe.claim(
                        ClaimKind.CONSTANT_VALUE, constant.cName(), constant.cName(), value, constant.nameSpan())
                .assertion("(" + constant.cName() + ") == (" + value + ")"));
    }

    private void typedConstant(ResolvedTypedConstant constant) {
        String declared = binding.spelling().typeName(constant.declared());
        String reader = binding.spelling().declare(constant.declared(), probe.fresh() + "(void)");
        probe.claim(ClaimKind.TYPED_CONSTANT, constant.cName(), constant.cName(), declared, constant.nameSpan())
                .line("static inline " + reader + " { return " + constant.cName() + "; }");
        constant.claim().ifPresent(value -> probe.claim(
                        ClaimKind.CONSTANT_VALUE, constant.cName(), constant.cName(), value, constant.nameSpan())
                .assertion("(" + constant.cName() + ") == (" + value + ")"));
    }

    /** Its address has the type of a pointer to what the cdef declares. */
    private void global(ResolvedGlobal global) {
        String name = global.cName();
        AddressClaim address = AddressClaim.of(global.declared(), global.nameSpan());
        String reader = binding.spelling().declare(address.pointer(), probe.fresh() + "(void)");
        String declared = binding.spelling().typeName(global.declared());
        probe.claim(ClaimKind.GLOBAL, name, name, declared, global.nameSpan())
                .line("static inline " + reader + " { return &" + name + address.index() + "; }");
        address.lengths().forEach(length -> probe.claim(ClaimKind.ARRAY_LENGTH, name, name, declared, global.nameSpan())
                .assertion(length.assertion(name)));
    }

    /** The marker, then for each constant its bits and whether it is zero or less. */
    private void values() {
        probe.line("__attribute__((used)) const int64_t ffi_probe[] = {");
        for (long marker : Probe.MARKER) {
            probe.line("(int64_t)0x" + Long.toHexString(marker) + "ULL,");
        }
        for (ResolvedConstant constant : binding.constants()) {
            probe.claim(ClaimKind.CONSTANT, constant.cName(), constant.cName(), "", constant.nameSpan())
                    .line("(int64_t)((%1$s) | 0), ((%1$s) | 0) <= 0,".formatted(constant.cName()));
        }
        probe.line("0 };");
    }
}
