package io.github.cffi4j.build.resolve;

import static io.github.cffi4j.build.resolve.TypeResolver.refuse;

import io.github.cffi4j.build.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.build.resolve.TypeResolver.UnsupportedDeclaration;
import io.github.cffi4j.cdef.Span;
import java.util.List;

/** What the JVM cannot hold, said at its place in the cdef and not by javac in generated code. */
final class JvmLimits {
    /** JVM specification, 4.11: the words of a method's parameters; a long or double takes two. */
    private static final int MAX_PARAMETER_WORDS = 255;

    /** A nested class is a file {@code Outer$Name.class}; file systems end at 255 characters. */
    private static final int MAX_TYPE_NAME = 180;

    private JvmLimits() {}

    /**
     * @param hidden words for what the native method takes besides: the address of a function, variadic arguments, a
     *     result by value
     */
    static void check(String function, List<Parameter> parameters, int hidden, Span span)
            throws UnsupportedDeclaration {
        int words = hidden;
        for (Parameter parameter : parameters) {
            words += words(parameter.type());
        }
        if (words > MAX_PARAMETER_WORDS) {
            throw refuse(
                    span,
                    "'%s' has %d parameters of %d words; a Java method takes %d, and a long or a pointer takes 2"
                            .formatted(function, parameters.size(), words, MAX_PARAMETER_WORDS),
                    "pass them in a struct, to a function in the preamble");
        }
    }

    static void checkTypeName(String name, Span span) throws UnsupportedDeclaration {
        if (name.length() > MAX_TYPE_NAME) {
            throw refuse(
                    span,
                    "the name has %d characters; as the name of a Java class it may have %d"
                            .formatted(name.length(), MAX_TYPE_NAME),
                    "give the type a shorter typedef");
        }
    }

    private static int words(ResolvedType type) {
        return type instanceof ResolvedType.Scalar scalar
                        && (scalar.kind() == ScalarKind.FLOAT
                                || scalar.kind().javaType().equals("int")
                                || scalar.kind() == ScalarKind.BOOL)
                ? 1
                : 2;
    }
}
