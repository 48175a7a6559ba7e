package io.github.cffi4j.build.resolve;

import static io.github.cffi4j.build.resolve.TypeResolver.refuse;

import io.github.cffi4j.build.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.build.resolve.TypeResolver.UnsupportedDeclaration;
import java.util.List;

/**
 * Variadic calls count the registers that the fixed parameters take. Of a struct, a complex number or a long double, how
 * many that is differs from platform to platform.
 */
final class VariadicLimits {

    private VariadicLimits() {}

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
