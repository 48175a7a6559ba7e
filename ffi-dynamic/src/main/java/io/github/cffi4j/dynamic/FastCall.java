package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.PointerType;
import io.github.cffi4j.dynamic.generated.BoundFunction;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.engine.Engine;
import io.github.cffi4j.generated.Checked;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;

/** Writes a method that calls C without an object: if all of its values fit registers, and need no copy in memory. */
final class FastCall {
    private static final int MAX_INTEGERS = 6;
    private static final int MAX_FLOATS = 8;

    private final Prototype prototype;
    private final MethodType type;
    private final MethodCode code;
    private final boolean keepsErrors;

    private FastCall(Prototype prototype, MethodType type, MethodCode code) {
        this.prototype = prototype;
        this.type = type;
        this.code = code;
        this.keepsErrors = prototype.keepsErrors();
    }

    /** Returns true if a function, as a method declares it, can be called so. */
    static boolean applies(Prototype prototype, MethodType type) {
        int integers = 0;
        int floats = 0;
        boolean simple = !prototype.variadic()
                && simpleResult(prototype.result())
                && !type.returnType().isInterface();
        for (int i = 0; simple && i < type.parameterCount(); i++) {
            Parameter parameter = prototype.parameters().get(i);
            simple = parameter.leastBytes() == 0 && simple(parameter.type(), type.parameterType(i));
            if (parameter.type() instanceof FloatingCrossing) {
                floats++;
            } else {
                integers++;
            }
        }
        boolean onlyIntegers = floats == 0 && !(prototype.result() instanceof FloatingCrossing);
        return simple && integers <= MAX_INTEGERS && floats <= MAX_FLOATS && (onlyIntegers || !prototype.keepsErrors());
    }

    private static boolean simple(Crossing type, Class<?> declared) {
        if (type instanceof IntegerCrossing integer) {
            return integer.size() < Long.BYTES ? !integer.platformWide() : declared == long.class;
        } else if (type instanceof PointerCrossing pointer) {
            Crossing target = pointer.target();
            return Pointer.class.isAssignableFrom(declared)
                    && !(target instanceof StructCrossing)
                    && !(target instanceof OpaqueCrossing)
                    && (target instanceof VoidCrossing || declared != Pointer.class);
        }
        return type instanceof FloatingCrossing || type instanceof BoolCrossing;
    }

    private static boolean simpleResult(Crossing type) {
        return type instanceof VoidCrossing
                || type instanceof FloatingCrossing
                || type instanceof BoolCrossing
                || type instanceof PointerCrossing
                || type instanceof FunctionPointerCrossing
                || type instanceof IntegerCrossing integer && (integer.size() == Long.BYTES || !integer.platformWide());
    }

    /** Returns the type of pointers that the result needs, {@code null} if it is no pointer. */
    static PointerType<? extends Pointer> resultType(Prototype prototype) {
        if (prototype.result() instanceof PointerCrossing pointer) {
            return pointer.target().pointerType();
        }
        return prototype.result() instanceof FunctionPointerCrossing function ? function.type() : null;
    }

    /**
     * Writes it.
     *
     * @param function where the function is in the class's list; the type of a pointer that it returns is behind it
     */
    static void write(Prototype prototype, MethodType type, MethodCode code, int function) {
        new FastCall(prototype, type, code).write(function);
    }

    private void write(int function) {
        boolean pointerResult = !type.returnType().isPrimitive();
        if (pointerResult) {
            code.element(function + 1, PointerType.class);
        }
        code.element(function, BoundFunction.class);
        code.callVirtual(BoundFunction.class, "entry", long.class);
        List<Parameter> parameters = prototype.parameters();
        long floats = parameters.stream()
                .filter(parameter -> parameter.type() instanceof FloatingCrossing)
                .count();
        int integers = parameters.size() - (int) floats;
        boolean floatingResult = prototype.result() instanceof FloatingCrossing;
        if (floats == 0 && !floatingResult) {
            words(false);
            callEngine(keepsErrors ? "callKeepingErrors" : "call", long.class, 1 + integers, 0);
        } else if (integers == 0 && (floats == 1 || floats == 2) && doubles()) {
            words(true);
            callEngine("call", double.class, 1, (int) floats);
        } else {
            code.number(kinds());
            words(false);
            for (int i = integers; i < MAX_INTEGERS; i++) {
                code.number(0);
            }
            words(true);
            for (int i = (int) floats; i < MAX_FLOATS; i++) {
                code.zero();
            }
            String name = floatingResult ? "callMixedDouble" : "callMixed";
            callEngine(name, floatingResult ? double.class : long.class, 2 + MAX_INTEGERS, MAX_FLOATS);
        }
        keepPointers();
        result();
        code.ret(type.returnType());
    }

    private boolean doubles() {
        for (Parameter parameter : prototype.parameters()) {
            if (parameter.type().passed() != Scalar.DOUBLE) {
                return false;
            }
        }
        return prototype.result().passed() == Scalar.DOUBLE;
    }

    private void callEngine(String name, Class<?> result, int longs, int doubles) {
        Class<?>[] types = new Class<?>[longs + doubles];
        Arrays.fill(types, 0, longs, long.class);
        Arrays.fill(types, longs, types.length, double.class);
        code.callStatic(Engine.class, name, result, types);
    }

    /** Which arguments are floating, as the engine wants to know it. */
    private long kinds() {
        long kinds = (long) prototype.parameters().size() << Integer.SIZE;
        for (int i = 0; i < prototype.parameters().size(); i++) {
            kinds |= prototype.parameters().get(i).type() instanceof FloatingCrossing ? 1L << i : 0;
        }
        return kinds;
    }

    private void words(boolean floating) {
        int local = 1;
        for (int i = 0; i < type.parameterCount(); i++) {
            Class<?> declared = type.parameterType(i);
            Parameter parameter = prototype.parameters().get(i);
            if (parameter.type() instanceof FloatingCrossing == floating) {
                code.load(declared, local);
                if (declared == float.class) {
                    code.callStatic(Engine.class, "ofFloat", double.class, float.class);
                } else if (!floating) {
                    word(parameter, declared);
                }
            }
            local += MethodCode.words(declared);
        }
    }

    private void word(Parameter parameter, Class<?> declared) {
        if (!declared.isPrimitive()) {
            code.callStatic(Checked.class, "address", long.class, Object.class);
            return;
        }
        String check = parameter.type() instanceof IntegerCrossing integer ? integer.check() : "";
        if (!check.isEmpty()) {
            code.string(parameter.function());
            code.string(parameter.name());
            code.callStatic(Checked.class, check, declared, declared, String.class, String.class);
        }
        if (check.equals("char_")) {
            byteOf(parameter.type());
        }
        if (declared != long.class) {
            code.convert(MethodCode.I2L);
        }
    }

    /** Extends a {@code char} as this platform does. */
    private void byteOf(Crossing type) {
        if (type.passed() == Scalar.INT8) {
            code.convert(MethodCode.I2B);
        } else {
            code.small(0xFF);
            code.convert(MethodCode.IAND);
        }
    }

    /** The memory of a pointer lives as long as the object. */
    private void keepPointers() {
        int local = 1;
        for (Class<?> declared : type.parameterArray()) {
            if (!declared.isPrimitive()) {
                code.load(declared, local);
                code.callStatic(Reference.class, "reachabilityFence", void.class, Object.class);
            }
            local += MethodCode.words(declared);
        }
    }

    private void result() {
        Class<?> declared = type.returnType();
        if (declared == void.class) {
            code.popLong();
        } else if (declared == float.class) {
            code.callStatic(Engine.class, "asFloat", float.class, double.class);
        } else if (!declared.isPrimitive()) {
            code.callVirtual(PointerType.class, "at", Pointer.class, long.class);
            code.cast(declared);
        } else if (declared != double.class) {
            integer(declared);
        }
    }

    private void integer(Class<?> declared) {
        if (declared == long.class) {
            if (prototype.result().size() == Integer.BYTES) {
                code.number(0xFFFF_FFFFL);
                code.convert(MethodCode.LAND);
            }
            return;
        }
        code.convert(MethodCode.L2I);
        if (prototype.result() instanceof BoolCrossing) {
            code.small(1);
            code.convert(MethodCode.IAND);
        } else if (prototype.result() instanceof IntegerCrossing integer && integer.size() < Integer.BYTES) {
            narrow(integer);
        }
    }

    private void narrow(IntegerCrossing integer) {
        if (integer.plainCharacter() || integer.passed() == Scalar.UINT8) {
            code.small(0xFF);
            code.convert(MethodCode.IAND);
        } else {
            code.convert(
                    integer.passed() == Scalar.INT8
                            ? MethodCode.I2B
                            : integer.passed() == Scalar.INT16 ? MethodCode.I2S : MethodCode.I2C);
        }
    }
}
