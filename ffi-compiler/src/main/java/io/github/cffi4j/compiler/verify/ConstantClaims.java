package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.cdef.model.ResolvedTypedConstant;

/**
 * Claims about constants' types and values. Integers are compared in a type that holds them all: to C, -1 equals
 * 0xffffffff.
 */
final class ConstantClaims {
    private final ProbeText probe;
    private final CSpelling spelling;
    private final CSpelling meaning;

    ConstantClaims(ProbeText probe, CSpelling spelling, CSpelling meaning) {
        this.probe = probe;
        this.spelling = spelling;
        this.meaning = meaning;
    }

    void write(ResolvedConstant constant) {
        String name = constant.cName();
        constant.claim()
                .ifPresent(value -> probe.claim(ClaimKind.CONSTANT_VALUE, name, name, value, constant.nameSpan())
                        .assertion(wide(name) + " == " + wide(value)));
        // Of a whole table of values clang tells the first that is none.
        probe.claim(ClaimKind.CONSTANT, name, name, "", constant.nameSpan()).assertion("((" + name + ") | 0) || 1");
    }

    void write(ResolvedTypedConstant constant) {
        String name = constant.cName();
        String declared = spelling.typeName(constant.declared());
        String reader = meaning.declare(constant.declared(), probe.fresh() + "(void)");
        probe.claim(ClaimKind.TYPED_CONSTANT, name, name, declared, constant.nameSpan())
                .line("static inline " + reader + " { return " + name + "; }");
        boolean integer = constant.type().integer();
        if (integer) {
            integer(constant, declared);
        }
        constant.claim()
                .ifPresent(value -> probe.claim(ClaimKind.CONSTANT_VALUE, name, name, value, constant.nameSpan())
                        .assertion(integer ? wide(name) + " == " + wide(value) : "(" + name + ") == (" + value + ")"));
    }

    /** C would cut it to size and say nothing. What only the run time knows is taken as it is. */
    private void integer(ResolvedTypedConstant constant, String declared) {
        String name = constant.cName();
        probe.claim(ClaimKind.TYPED_CONSTANT, name, name, declared, constant.nameSpan())
                .assertion("sizeof((" + name + ") | 0)");
        String cut = wide("(" + meaning.typeName(constant.declared()) + ")(" + name + ")");
        probe.claim(ClaimKind.CONSTANT_RANGE, name, name, declared, constant.nameSpan())
                .assertion("!__builtin_constant_p(" + name + ") || " + cut + " == " + wide(name));
    }

    private static String wide(String value) {
        return "(FFI_WIDE)(" + value + ")";
    }
}
