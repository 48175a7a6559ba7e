package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Claims about functions: a call with the cdef's types. */
final class FunctionClaims {
    private final ProbeText probe;
    private final CSpelling spelling;
    private final CSpelling meaning;

    FunctionClaims(ProbeText probe, CSpelling spelling, CSpelling meaning) {
        this.probe = probe;
        this.spelling = spelling;
        this.meaning = meaning;
    }

    /** Each argument stands on a line of its own, since the compiler points at arguments. */
    void write(ResolvedFunction function) {
        String name = function.cName();
        String chain = name + "()";
        List<ResolvedFunction.Parameter> parameters = function.parameters();
        String declared = IntStream.range(0, parameters.size())
                .mapToObj(i -> meaning.declare(parameters.get(i).declared(), "ffi_" + i))
                .collect(Collectors.joining(", "));
        String signature = probe.fresh() + "(" + (declared.isEmpty() ? "void" : declared) + ")";
        String call = function.result() instanceof ResolvedType.Void ? name : "return " + name;
        probe.claim(ClaimKind.FUNCTION, chain, name, spelling.typeName(function.declaredResult()), function.nameSpan())
                .line("static inline " + meaning.declare(function.declaredResult(), signature) + " { " + call + "(");
        for (int i = 0; i < parameters.size(); i++) {
            ResolvedFunction.Parameter parameter = parameters.get(i);
            String type = spelling.typeName(parameter.declared());
            probe.claim(ClaimKind.PARAMETER, chain, parameter.cName(), type, parameter.span())
                    .line("ffi_" + i + (i + 1 < parameters.size() ? "," : ""));
        }
        probe.claim(ClaimKind.FUNCTION, chain, name, "", function.nameSpan());
        // One argument more tells whether C, too, takes any number of them.
        probe.line(function.variadic() ? ", 0); }" : "); }");
    }
}
