package io.github.cffi4j.compiler.naming;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.Mention;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedConstant;
import io.github.cffi4j.cdef.model.ResolvedEnum;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The limits of the JVM, told at a place in the cdef and not by javac in generated code. */
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

    /** Words for what a native method takes besides: the address of a function, variadic arguments, a result by value. */
    private static final int HIDDEN_WORDS = 6;

    private final List<Diagnostic> exceeded = new ArrayList<>();

    private JvmLimits() {}

    /** The declarations that make no Java method or class, each at its place. */
    static List<Diagnostic> ofDeclarations(ResolvedBinding binding) {
        List<Diagnostic> refused = new ArrayList<>();
        Map<String, String> familiar = binding.mentions().stream()
                .filter(mention -> mention.kind() == Mention.Kind.TYPE)
                .collect(Collectors.toMap(Mention::key, Mention::suggestion));
        binding.composites().stream().filter(ResolvedComposite::complete).forEach(each -> typeName(
                        familiar.getOrDefault(each.cName(), each.cName()), each.nameSpan())
                .ifPresent(refused::add));
        binding.functions().forEach(each -> parameters(each.cName(), each.parameters(), each.function())
                .ifPresent(refused::add));
        binding.upcalls().forEach(each -> parameters(each.cName(), each.parameters(), each.function())
                .ifPresent(refused::add));
        binding.signatures().forEach(each -> parameters(each.name(), each.parameters(), each.function())
                .ifPresent(refused::add));
        return refused.stream().distinct().toList();
    }

    private static Optional<Diagnostic> parameters(String name, List<Parameter> parameters, CType.Function function) {
        int words = HIDDEN_WORDS;
        for (Parameter parameter : parameters) {
            words += words(parameter.type());
        }
        return words <= MAX_PARAMETER_WORDS
                ? Optional.empty()
                : Optional.of(Diagnostic.of(
                        function.span(),
                        Text.format(
                                "'%s' has %d parameters of %d words; a Java method takes %d, and a long or a pointer takes 2",
                                name, parameters.size(), words, MAX_PARAMETER_WORDS),
                        "pass them in a struct, to a function in the preamble"));
    }

    private static Optional<Diagnostic> typeName(String name, Span span) {
        return name.length() <= MAX_TYPE_NAME
                ? Optional.empty()
                : Optional.of(Diagnostic.of(
                        span,
                        Text.format(
                                "the name has %d characters; as the name of a Java class it may have %d",
                                name.length(), MAX_TYPE_NAME),
                        "give the type a shorter typedef"));
    }

    /** The first thing that a class cannot hold of all that Java sees of a binding. */
    static Optional<Diagnostic> ofClasses(ResolvedBinding binding, BindingName name) {
        JvmLimits limits = new JvmLimits();
        limits.check("function", binding.functions(), ResolvedFunction::nameSpan, MAX_FUNCTIONS);
        limits.check("enum", binding.enums(), ResolvedEnum::nameSpan, MAX_INTEGERS);
        limits.check("struct, union or handle", binding.composites(), ResolvedComposite::nameSpan, MAX_TYPES);
        limits.check("type of function pointers", binding.signatures(), ResolvedSignature::nameSpan, MAX_SIGNATURES);
        limits.check("function that Java implements", binding.upcalls(), ResolvedUpcall::nameSpan, MAX_SIGNATURES);
        if (name.packageName().isEmpty()) {
            limits.check(
                    "function without a package", binding.functions(), ResolvedFunction::nameSpan, MAX_WITHOUT_PACKAGE);
            limits.check(
                    "constant without a package", binding.constants(), ResolvedConstant::nameSpan, MAX_WITHOUT_PACKAGE);
        }
        for (ResolvedComposite composite : binding.composites()) {
            limits.check("field of '" + composite.cName() + "'", composite.fields(), Field::nameSpan, MAX_FIELDS);
        }
        return limits.exceeded.stream().findFirst();
    }

    private <T> void check(String what, List<T> all, Function<T, Span> place, int most) {
        if (all.size() > most) {
            exceeded.add(Diagnostic.of(
                    place.apply(all.get(most)),
                    Text.format("this is %s number %,d; a Java class holds %,d", what, most + 1, most),
                    "declare only what you use, or divide it between several cdefs"));
        }
    }

    private static int words(ResolvedType type) {
        return type instanceof ResolvedType.Scalar scalar
                        && !Set.of("long", "double").contains(StandardNames.javaType(scalar.kind()))
                ? 1
                : 2;
    }
}
