package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.emit.crossing.Argument;
import io.github.cffi4j.compiler.emit.crossing.Argument.Form;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.text.Text;

/**
 * Java's arrays as arguments of C, without a copy. The JVM must not move them during the call, so only functions that
 * promise to be short, never to block and never to call back have a method that takes them.
 */
final class PinnedArrays {
    private PinnedArrays() {}

    /** Returns true if the function has such a method. */
    static boolean taken(ResolvedFunction function, Crossings types) {
        return function.critical()
                && !function.variadic()
                && function.parameters().stream()
                        .anyMatch(parameter ->
                                argument(parameter, types).carrier().array())
                && function.parameters().stream().noneMatch(parameter -> argument(parameter, types)
                        .resource(parameter.cName())
                        .isPresent());
    }

    /** How a parameter crosses in such a method. */
    static Argument argument(Parameter parameter, Crossings types) {
        return types.of(parameter, Form.ARRAYS);
    }

    /** JNI's entry: it pins the arrays, calls the function's body, and lets them go. */
    static String glue(ResolvedFunction function, Crossings types, JniEntries entries) {
        Crossing returned = types.of(function.result());
        boolean nothing = returned.resultCarrier() == Carrier.VOID;
        String result = returned.resultCarrier().c();
        StringBuilder declared = new StringBuilder();
        StringBuilder passed = new StringBuilder();
        StringBuilder pins = new StringBuilder();
        StringBuilder unpins = new StringBuilder();
        StringBuilder pinned = new StringBuilder();
        for (int i = 0; i < function.parameters().size(); i++) {
            Carrier carrier = argument(function.parameters().get(i), types).carrier();
            boolean array = carrier.array();
            declared.append(", ").append(carrier.c()).append(" ffi_").append(i);
            passed.append(i == 0 ? "" : ", ").append(array ? "ffi_at_" : "ffi_").append(i);
            if (array) {
                pins.append(Text.format("    ffi_jlong ffi_at_%1$d = ffi_pin(ffi_env, ffi_%1$d);\n", i));
                pinned.append(pinned.isEmpty() ? "" : " && ").append(Text.format("(!ffi_%1$d || ffi_at_%1$d)", i));
                unpins.insert(0, Text.format("    ffi_unpin(ffi_env, ffi_%1$d, ffi_at_%1$d);\n", i));
            }
        }
        if (returned.copied()) {
            int place = function.parameters().size();
            declared.append(", ffi_jlong ffi_").append(place);
            passed.append(", ffi_").append(place);
        }
        return Text.format(
                """

                %1$s {
                %2$s%3$s    if (%4$s) %5$sffi_call_%6$s(%7$s);
                %8$s%9$s}
                """,
                entries.head(result, Downcall.jniMethod(types.natives().pinned(function)), declared.toString()),
                nothing ? "" : "    " + result + " ffi_result = 0;\n",
                pins,
                pinned,
                nothing ? "" : "ffi_result = ",
                types.names().of(function),
                passed,
                unpins,
                nothing ? "" : "    return ffi_result;\n");
    }
}
