package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
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
        Carrier result,
        List<Passed> parameters,
        boolean critical,
        Optional<Downcall> pinned) {

    /** A parameter as it crosses. */
    record Passed(Carrier type, String name) {}

    /** All of a binding, in the order of the table that its library has of them. */
    static List<Downcall> all(ResolvedBinding binding, Crossings types) {
        return Stream.concat(
                        binding.functions().stream().map(function -> of(function, types)),
                        binding.signatures().stream()
                                .filter(signature -> !signature.function().variadic())
                                .map(signature -> of(signature, types)))
                .toList();
    }

    private static Downcall of(ResolvedFunction function, Crossings types) {
        List<Passed> parameters = passed(function.parameters(), types);
        if (function.variadic()) {
            parameters.add(new Passed(Carrier.LONG, "ffi_arguments"));
        }
        Downcall call = of(
                function.cName(),
                types.names().of(function),
                function.result(),
                parameters,
                function.critical(),
                types);
        return PinnedArrays.taken(function, types) ? call.withPinned(function, types) : call;
    }

    private Downcall withPinned(ResolvedFunction function, Crossings types) {
        List<Passed> arrays = new ArrayList<>(parameters);
        for (int i = 0; i < function.parameters().size(); i++) {
            Carrier carrier =
                    PinnedArrays.argument(function.parameters().get(i), types).carrier();
            arrays.set(i, new Passed(carrier, parameters.get(i).name()));
        }
        Downcall other =
                new Downcall(key, types.natives().pinned(function), result, arrays, critical, Optional.empty());
        return new Downcall(key, method, result, parameters, critical, Optional.of(other));
    }

    private static Downcall of(ResolvedSignature signature, Crossings types) {
        List<Passed> parameters = new ArrayList<>(List.of(new Passed(Carrier.LONG, "ffi_function")));
        parameters.addAll(passed(signature.parameters(), types));
        return of(
                ConditionalBinding.signature(signature.id()),
                types.natives().invoker(signature),
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
            List<Passed> parameters,
            boolean critical,
            Crossings types) {
        Crossing crossing = types.of(result);
        if (crossing.copied()) {
            parameters.add(new Passed(Carrier.LONG, "ffi_result"));
        }
        return new Downcall(key, method, crossing.resultCarrier(), parameters, critical, Optional.empty());
    }

    private static List<Passed> passed(List<Parameter> parameters, Crossings types) {
        return types.names().parameters(parameters).stream()
                .map(parameter -> new Passed(types.of(parameter.type()).carrier(), parameter.javaName()))
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
                .map(parameter -> parameter.type().java() + " " + parameter.name())
                .collect(Collectors.joining(", ", result.java() + " " + name + "(", ")"));
    }

    /** {@code (a, b)} */
    String passed() {
        return parameters.stream().map(Passed::name).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code (II)I} */
    String descriptor() {
        return parameters.stream()
                        .map(parameter -> parameter.type().descriptor())
                        .collect(Collectors.joining("", "(", ")"))
                + result.descriptor();
    }
}
