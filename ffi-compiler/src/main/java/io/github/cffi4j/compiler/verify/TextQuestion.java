package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedFunction.Contents;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks the compiler which {@code char *} parameters of a function are {@code const} in the headers: Python's cdefs often lack
 * it, and Java may pass a {@code String} only for what C does not write to. The answer has a bit for each parameter. It is 0,
 * which means "do not know", where the headers differ in other ways as well.
 *
 * @param function that has such parameters
 * @param meaning writes its types
 */
record TextQuestion(ResolvedFunction function, CSpelling meaning) {
    /** Of more such parameters all combinations would be too many; those people write have one or two. */
    private static final int MOST = 3;

    /** The questions about a binding. */
    static Stream<TextQuestion> all(ResolvedBinding binding) {
        return binding.functions().stream()
                .filter(function ->
                        !asked(function).isEmpty() && asked(function).size() <= MOST)
                .map(function -> new TextQuestion(function, binding.meaning()));
    }

    /** The name of the answer, which cannot be a name in C. */
    String key() {
        return key(function);
    }

    static String key(ResolvedFunction function) {
        return function.cName() + "()";
    }

    /** Writes the answer's bits, and whether it is zero or less, as {@link ProbeReader} reads them. */
    void write(ProbeText probe) {
        String name = function.cName();
        // A macro has no type to ask for, and functions of C++ may have several.
        probe.line("#if defined(__cplusplus) || defined(" + name + ")\n0, 1,\n#else");
        probe.claim(ClaimKind.FUNCTION, key(), name, "", function.nameSpan()).line(answer() + ", 0,");
        probe.line("#endif");
    }

    private String answer() {
        List<Integer> asked = asked(function);
        return IntStream.range(1, 1 << asked.size())
                .mapToLong(some -> mask(asked, some))
                .mapToObj(mask ->
                        "(FFI_SAME_TYPE(__typeof__(" + function.cName() + "), " + type(mask) + ") ? " + mask + " : 0)")
                .collect(Collectors.joining(" | "));
    }

    private static List<Integer> asked(ResolvedFunction function) {
        return IntStream.range(0, Math.min(Long.SIZE - 1, function.parameters().size()))
                .filter(i -> function.parameters().get(i).contents() == Contents.TEXT_IF_CONST)
                .boxed()
                .toList();
    }

    private static long mask(List<Integer> asked, int some) {
        return IntStream.range(0, asked.size())
                .filter(i -> (some >> i & 1) != 0)
                .mapToLong(i -> 1L << asked.get(i))
                .sum();
    }

    /** The function's type, with const for some of its parameters. */
    private String type(long mask) {
        String parameters = IntStream.range(0, function.parameters().size())
                .mapToObj(i -> (mask >> i & 1) == 0
                        ? meaning.typeName(function.parameters().get(i).declared())
                        : "const "
                                + meaning.typeName(function.parameters().get(i).declared()))
                .collect(Collectors.joining(", "));
        return meaning.declare(
                function.declaredResult(), "(" + parameters + (function.variadic() ? ", ..." : "") + ")");
    }
}
