package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.resolve.ResolvedFunction;
import io.github.cffi4j.compiler.resolve.ResolvedFunction.Parameter;
import io.github.cffi4j.compiler.resolve.ResolvedType;
import io.github.cffi4j.compiler.text.Text;
import java.util.Optional;

/**
 * Java's arrays as arguments of C, without a copy. The JVM must not move them during the call, so only functions that
 * promise to be short, never to block and never to call back have a method that takes them.
 */
final class PinnedArrays {
    private PinnedArrays() {}

    /** Whether the function has such a method. */
    static boolean taken(ResolvedFunction function) {
        return function.critical()
                && !function.variadic()
                && function.parameters().stream()
                        .anyMatch(parameter -> arrayType(parameter).isPresent())
                && function.parameters().stream()
                        .noneMatch(parameter -> parameter.type() instanceof ResolvedType.FunctionPointer);
    }

    /** The Java method behind it. */
    static String method(ResolvedFunction function) {
        return function.javaName() + "$pinned";
    }

    /** The array that a parameter takes, if it points to numbers as wide as some of Java's. */
    static Optional<String> arrayType(Parameter parameter) {
        if (parameter.type() instanceof ResolvedType.Pointer pointer
                && pointer.target() instanceof ResolvedType.Scalar scalar) {
            return switch (scalar.kind()) {
                case BOOL -> Optional.empty();
                case CHAR, INT8, UINT8 -> Optional.of("byte[]");
                case INT16, UINT16 -> Optional.of("short[]");
                case INT32, UINT32 -> Optional.of("int[]");
                case INT64, UINT64 -> Optional.of("long[]");
                case FLOAT -> Optional.of("float[]");
                case DOUBLE -> Optional.of("double[]");
            };
        }
        return Optional.empty();
    }

    /** JNI's entry: it pins the arrays, calls the function's body, and lets them go. */
    static String glue(ResolvedFunction function, JavaTypes types, JniEntries entries) {
        boolean copied = function.result().copied();
        String result = copied ? "void" : types.crossingInC(function.result());
        StringBuilder declared = new StringBuilder();
        StringBuilder passed = new StringBuilder();
        StringBuilder pins = new StringBuilder();
        StringBuilder unpins = new StringBuilder();
        StringBuilder pinned = new StringBuilder();
        for (int i = 0; i < function.parameters().size(); i++) {
            Parameter parameter = function.parameters().get(i);
            boolean array = arrayType(parameter).isPresent();
            declared.append(", ")
                    .append(array ? "ffi_jobject" : types.crossingInC(parameter.type()))
                    .append(" ffi_")
                    .append(i);
            passed.append(i == 0 ? "" : ", ").append(array ? "ffi_at_" : "ffi_").append(i);
            if (array) {
                pins.append(Text.format("    ffi_jlong ffi_at_%1$d = ffi_pin(ffi_env, ffi_%1$d);\n", i));
                pinned.append(pinned.isEmpty() ? "" : " && ").append(Text.format("(!ffi_%1$d || ffi_at_%1$d)", i));
                unpins.insert(0, Text.format("    ffi_unpin(ffi_env, ffi_%1$d, ffi_at_%1$d);\n", i));
            }
        }
        if (copied) {
            int place = function.parameters().size();
            declared.append(", ffi_jlong ffi_").append(place);
            passed.append(", ffi_").append(place);
        }
        boolean nothing = result.equals("void");
        return Text.format(
                """

                %1$s {
                %2$s%3$s    if (%4$s) %5$sffi_call_%6$s(%7$s);
                %8$s%9$s}
                """,
                entries.head(result, Downcall.jniMethod(method(function)), declared.toString()),
                nothing ? "" : "    " + result + " ffi_result = 0;\n",
                pins,
                pinned,
                nothing ? "" : "ffi_result = ",
                function.javaName(),
                passed,
                unpins,
                nothing ? "" : "    return ffi_result;\n");
    }
}
