package io.github.cffi4j.compiler.resolve;

import static io.github.cffi4j.compiler.resolve.TypeResolver.refuse;

import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.compiler.resolve.ResolvedComposite.Field;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.resolve.TypeResolver.UnsupportedDeclaration;
import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the JVM cannot hold, said at its place in the cdef and not by javac in generated code. */
final class JvmLimits {
    /** JVM specification, 4.11: the words of a method's parameters; a long or double takes two. */
    private static final int MAX_PARAMETER_WORDS = 255;

    /** A nested class is a file {@code Outer$Name.class}; file systems end at 255 characters. */
    private static final int MAX_TYPE_NAME = 180;

    /** A class's static initialiser has 65,535 bytes; each of these takes 15 of it. */
    private static final int MAX_INTEGERS = 4_000;

    /** Takes 12 bytes of it; and a struct's class has 65,535 constants. */
    private static final int MAX_FIELDS = 4_000;

    /** A class has 65,535 constants, and names each class nested in it with 3, and what is nested in that with 2. */
    private static final int MAX_TYPES = 8_000;

    /** Each is two nested classes, and three methods of the class that C calls. */
    private static final int MAX_SIGNATURES = 2_000;

    /** A class has 65,535 constants, of which each call into C, by either of two ways, takes seven. */
    private static final int MAX_FUNCTIONS = 8_000;

    /** More are divided between classes, which name each other in imports; nothing can be imported from no package. */
    private static final int MAX_WITHOUT_PACKAGE = 1_000;

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
                    Text.format(
                            "'%s' has %d parameters of %d words; a Java method takes %d, and a long or a pointer takes 2",
                            function, parameters.size(), words, MAX_PARAMETER_WORDS),
                    "pass them in a struct, to a function in the preamble");
        }
    }

    static void checkTypeName(String name, Span span) throws UnsupportedDeclaration {
        if (name.length() > MAX_TYPE_NAME) {
            throw refuse(
                    span,
                    Text.format(
                            "the name has %d characters; as the name of a Java class it may have %d",
                            name.length(), MAX_TYPE_NAME),
                    "give the type a shorter typedef");
        }
    }

    /** What a class cannot hold of all that Java sees of a binding. */
    static Optional<Diagnostic> exceeded(ResolvedBinding binding) {
        try {
            check(binding);
            return Optional.empty();
        } catch (UnsupportedDeclaration refused) {
            return Optional.of(refused.diagnostic());
        }
    }

    private static void check(ResolvedBinding binding) throws UnsupportedDeclaration {
        check("function", binding.functions(), ResolvedFunction::nameSpan, MAX_FUNCTIONS);
        check("enum", binding.enums(), ResolvedEnum::nameSpan, MAX_INTEGERS);
        check("struct, union or handle", binding.composites(), ResolvedComposite::nameSpan, MAX_TYPES);
        check("type of function pointers", binding.signatures(), ResolvedSignature::nameSpan, MAX_SIGNATURES);
        check("function that Java implements", binding.upcalls(), ResolvedUpcall::nameSpan, MAX_SIGNATURES);
        if (binding.name().packageName().isEmpty()) {
            check("function without a package", binding.functions(), ResolvedFunction::nameSpan, MAX_WITHOUT_PACKAGE);
            check("constant without a package", binding.constants(), ResolvedConstant::nameSpan, MAX_WITHOUT_PACKAGE);
        }
        for (ResolvedComposite composite : binding.composites()) {
            check("field of '" + composite.cName() + "'", composite.fields(), Field::nameSpan, MAX_FIELDS);
        }
    }

    private static <T> void check(String what, List<T> all, Function<T, Span> place, int most)
            throws UnsupportedDeclaration {
        if (all.size() > most) {
            throw refuse(
                    place.apply(all.get(most)),
                    Text.format("this is %s number %,d; a Java class holds %,d", what, most + 1, most),
                    "declare only what you use, or divide it between several cdefs");
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
