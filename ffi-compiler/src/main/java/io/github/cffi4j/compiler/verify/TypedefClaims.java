package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedTypedef;
import io.github.cffi4j.compiler.text.Text;

/** Claims about typedefs that generated C writes by their names: those of arrays whose length the compiler tells. */
final class TypedefClaims {
    private final ProbeText probe;
    private final CSpelling spelling;
    private final CSpelling meaning;

    TypedefClaims(ProbeText probe, CSpelling spelling, CSpelling meaning) {
        this.probe = probe;
        this.spelling = spelling;
        this.meaning = meaning;
    }

    void write(ResolvedTypedef typedef) {
        if (!AddressClaim.lengthFromCompiler(typedef.declared())) {
            return;
        }
        String name = typedef.cName();
        String declared = spelling.typeName(typedef.declared());
        AddressClaim address = AddressClaim.of(typedef.declared(), typedef.nameSpan());
        probe.claim(ClaimKind.TYPE, name, name, "", typedef.nameSpan()).assertion("sizeof(" + name + ") > 0");
        probe.claim(ClaimKind.TYPEDEF, name, name, declared, typedef.nameSpan())
                .line(Text.format(
                        "static inline %s { return &(*ffi_p)%s; }",
                        address.declare(meaning, probe.fresh() + "(" + name + " *ffi_p)"), address.index()));
        address.dimensions()
                .forEach(dimension -> probe.claim(ClaimKind.ARRAY_LENGTH, name, name, declared, typedef.nameSpan())
                        .assertion(dimension.assertion("*(" + name + " *)0")));
    }
}
