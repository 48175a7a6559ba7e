package io.github.cffi4j.compiler.resolve;

import static io.github.cffi4j.compiler.resolve.TypeResolver.refuse;

import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.compiler.resolve.TypeResolver.UnsupportedDeclaration;
import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Set;

/**
 * Variadic calls count the registers that the fixed parameters take. Of a struct, a complex number or a long double, how
 * many that is differs from platform to platform.
 */
final class VariadicLimits {

    private VariadicLimits() {}

    /** Where pointers have 32 bits, so have most arguments; which have 64 only the callee knows, and all behind would be misread. */
    static void check(String function, Set<Platform> platforms, Span span) throws UnsupportedDeclaration {
        List<String> narrow = platforms.stream()
                .filter(platform -> platform.arch().bits() < Long.SIZE)
                .sorted()
                .map(Platform::classifier)
                .toList();
        if (!narrow.isEmpty()) {
            throw refuse(
                    span,
                    "variadic functions such as '" + function + "' cannot be called on " + String.join(" and ", narrow)
                            + ": whether C takes an argument for 32 bits or 64 is not known there",
                    "write '#if __SIZEOF_POINTER__ == 8' before and '#endif' after it, or wrap it in the preamble, with fixed"
                            + " parameters");
        }
    }

    static void check(List<Parameter> parameters) throws UnsupportedDeclaration {
        for (Parameter parameter : parameters) {
            if (parameter.type().copied() || parameter.type() instanceof ResolvedType.PlatformFloat) {
                throw refuse(
                        parameter.span(),
                        "a variadic function with a parameter of this type is not supported",
                        "wrap the function in the preamble, with a pointer or a double instead");
            }
        }
    }
}
