package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.resolve.ConditionalBinding;
import io.github.cffi4j.compiler.resolve.ResolvedBinding;
import io.github.cffi4j.compiler.resolve.ResolvedFunction;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.resolve.ResolvedSignature;
import io.github.cffi4j.compiler.resolve.ResolvedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call into C that can go by JNI or by java.lang.foreign: of a function, or of what a function pointer points to.
 *
 * @param key what {@link ConditionalBinding} knows it by
 * @param method the Java method that picks the way
 * @param result as it crosses: fixed widths, addresses as {@code long}
 * @param parameters the same
 * @param critical whether the cdef promises a short call that never calls back
 * @param pinned the same call with Java's arrays, where there is one
 */
record Downcall(
        String key,
        String method,
        String result,
        List<Crossing> parameters,
        boolean critical,
        Optional<Downcall> pinned) {

    /** A parameter as it crosses. */
    record Crossing(String type, String name) {}

    /** All of a binding, in the order of the table that its library has of them. */
    static List<Downcall> all(ResolvedBinding binding, JavaTypes types) {
        return Stream.concat(
                        binding.functions().stream().map(function -> of(function, types)),
                        binding.signatures().stream()
                                .filter(signature -> !signature.function().variadic())
                                .map(signature -> of(signature, types)))
                .toList();
    }

    private static Downcall of(ResolvedFunction function, JavaTypes types) {
        List<Crossing> parameters = crossings(function.parameters(), types);
        if (function.variadic()) {
            parameters.add(new Crossing("long", "ffi_arguments"));
        }
        Downcall call =
                of(function.cName(), function.javaName(), function.result(), parameters, function.critical(), types);
        return PinnedArrays.taken(function) ? call.withPinned(function) : call;
    }

    private Downcall withPinned(ResolvedFunction function) {
        List<Crossing> arrays = new ArrayList<>(parameters);
        for (int i = 0; i < function.parameters().size(); i++) {
            Crossing plain = parameters.get(i);
            arrays.set(
                    i,
                    PinnedArrays.arrayType(function.parameters().get(i))
                            .map(type -> new Crossing(type, plain.name()))
                            .orElse(plain));
        }
        Downcall other = new Downcall(key, PinnedArrays.method(function), result, arrays, critical, Optional.empty());
        return new Downcall(key, method, result, parameters, critical, Optional.of(other));
    }

    private static Downcall of(ResolvedSignature signature, JavaTypes types) {
        List<Crossing> parameters = new ArrayList<>(List.of(new Crossing("long", "ffi_function")));
        parameters.addAll(crossings(signature.parameters(), types));
        return of(
                ConditionalBinding.signature(signature.javaName()),
                NativeEmitter.invoker(signature),
                signature.result(),
                parameters,
                false,
                types);
    }

    /** A struct or a complex number that is returned by value is written to memory of Java's. */
    private static Downcall of(
            String key,
            String method,
            ResolvedType result,
            List<Crossing> parameters,
            boolean critical,
            JavaTypes types) {
        if (result.copied()) {
            parameters.add(new Crossing("long", "ffi_result"));
            return new Downcall(key, method, "void", parameters, critical, Optional.empty());
        }
        return new Downcall(key, method, types.crossing(result), parameters, critical, Optional.empty());
    }

    private static List<Crossing> crossings(List<Parameter> parameters, JavaTypes types) {
        return parameters.stream()
                .map(parameter -> new Crossing(types.crossing(parameter.type()), parameter.javaName()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The native method. */
    String jniMethod() {
        return jniMethod(method);
    }

    /** The native method behind a method that picks the way. */
    static String jniMethod(String method) {
        return "ffi_jni_" + method;
    }

    /** {@code int add(int a, int b)}, with the name given. */
    String head(String name) {
        return parameters.stream()
                .map(parameter -> parameter.type() + " " + parameter.name())
                .collect(Collectors.joining(", ", result + " " + name + "(", ")"));
    }

    /** {@code (a, b)} */
    String passed() {
        return parameters.stream().map(Crossing::name).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code (II)I} */
    String descriptor() {
        return parameters.stream()
                        .map(parameter -> descriptor(parameter.type()))
                        .collect(Collectors.joining("", "(", ")"))
                + descriptor(result);
    }

    private static String descriptor(String type) {
        return switch (type) {
            case "void" -> "V";
            case "boolean" -> "Z";
            case "int" -> "I";
            case "long" -> "J";
            case "float" -> "F";
            case "double" -> "D";
            case "byte[]" -> "[B";
            case "short[]" -> "[S";
            case "int[]" -> "[I";
            case "long[]" -> "[J";
            case "float[]" -> "[F";
            case "double[]" -> "[D";
            default -> throw new IllegalArgumentException(type + " does not cross");
        };
    }
}
