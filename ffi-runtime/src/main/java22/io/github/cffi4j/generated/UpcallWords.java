package io.github.cffi4j.generated;

import io.github.cffi4j.generated.CallType.Scalar;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Arguments of a call from C as words of 64 bits, as generated code reads them, and the result of one. Stateless. */
final class UpcallWords {
    private UpcallWords() {}

    /**
     * Returns code for the types of C.
     *
     * @param code takes a word for each argument, and returns one
     */
    static MethodHandle converted(MethodHandle code, CallShape shape) throws ReflectiveOperationException {
        MethodHandle converted = code;
        for (int i = 0; i < shape.parameters().size(); i++) {
            converted = MethodHandles.filterArguments(
                    converted, i, word((Scalar) shape.parameters().get(i)));
        }
        return result(converted, (Scalar) shape.result());
    }

    /** An integer has its sign or zeros above it, and a float is a double. */
    private static MethodHandle word(Scalar type) throws ReflectiveOperationException {
        return switch (type) {
            case FLOAT -> own("ofFloat", long.class, float.class);
            case DOUBLE -> own("ofDouble", long.class, double.class);
            case UINT8 -> own("ofUint8", long.class, byte.class);
            case UINT32 -> own("ofUint32", long.class, int.class);
            default -> {
                Class<?> java = java(type);
                yield MethodHandles.explicitCastArguments(
                        MethodHandles.identity(long.class), MethodType.methodType(long.class, java));
            }
        };
    }

    private static MethodHandle result(MethodHandle code, Scalar type) throws ReflectiveOperationException {
        return switch (type) {
            case VOID -> code.asType(code.type().changeReturnType(void.class));
            case FLOAT -> MethodHandles.filterReturnValue(code, own("toFloat", float.class, long.class));
            case DOUBLE -> MethodHandles.filterReturnValue(code, own("toDouble", double.class, long.class));
            case BOOL -> MethodHandles.filterReturnValue(code, own("toBool", boolean.class, long.class));
            default -> MethodHandles.explicitCastArguments(code, code.type().changeReturnType(java(type)));
        };
    }

    private static Class<?> java(Scalar type) {
        return ((java.lang.foreign.ValueLayout) ForeignCall.value(type)).carrier();
    }

    private static MethodHandle own(String name, Class<?> result, Class<?> parameter)
            throws ReflectiveOperationException {
        return MethodHandles.lookup().findStatic(UpcallWords.class, name, MethodType.methodType(result, parameter));
    }

    private static long ofFloat(float value) {
        return Double.doubleToRawLongBits(value);
    }

    private static long ofDouble(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static long ofUint8(byte value) {
        return Byte.toUnsignedLong(value);
    }

    private static long ofUint32(int value) {
        return Integer.toUnsignedLong(value);
    }

    private static float toFloat(long bits) {
        return (float) Double.longBitsToDouble(bits);
    }

    private static double toDouble(long bits) {
        return Double.longBitsToDouble(bits);
    }

    private static boolean toBool(long bits) {
        return bits != 0;
    }
}
