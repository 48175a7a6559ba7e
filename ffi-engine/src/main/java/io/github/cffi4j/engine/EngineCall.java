package io.github.cffi4j.engine;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.generated.CallShape;
import io.github.cffi4j.generated.CallType;
import io.github.cffi4j.generated.CallType.Scalar;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes a handle that calls a function the quickest way that its types allow. The usual integers take few steps, without lambdas and
 * streams: each costs milliseconds in a JVM that has just started.
 */
final class EngineCall {
    private static final Lookup LOOKUP = MethodHandles.lookup();
    private static final int MAX_INTEGERS = 6;
    private static final int MAX_FLOATS = 8;
    /** So many arguments go to C without an array of them. */
    private static final int MAX_PLANNED = 8;

    private static final int FEW_PLANNED = 4;

    private final long function;
    private final MethodType type;
    private final CallShape shape;
    private final int count;

    EngineCall(long function, MethodType type, CallShape shape) {
        this.function = function;
        this.type = type;
        this.shape = shape;
        this.count = shape.parameters().size();
    }

    /** Returns the handle, of the type that generated code calls. */
    MethodHandle handle() {
        MethodHandle target = target();
        if (function != 0) {
            target = MethodHandles.insertArguments(target, 0, function);
        }
        int first = function == 0 ? 1 : 0;
        for (int i = 0; i < count; i++) {
            Class<?> given = type.parameterType(first + i);
            Class<?> taken = target.type().parameterType(first + i);
            CallType parameter = shape.parameters().get(i);
            if (parameter instanceof Scalar scalar && !given.isArray() && !alike(scalar, given, taken)) {
                target = MethodHandles.filterArguments(target, first + i, argument(scalar, given, taken));
            }
        }
        if (shape.result() instanceof Scalar scalar
                && !alike(scalar, type.returnType(), target.type().returnType())) {
            target = returning(target, scalar, type.returnType());
        }
        for (int i = 0; i < type.parameterCount(); i++) {
            if (type.parameterType(i).isArray()) {
                return copying(target);
            }
        }
        return MethodHandles.explicitCastArguments(target, type);
    }

    /** Returns true if Java's own conversion between the two types is C's. */
    private static boolean alike(Scalar scalar, Class<?> java, Class<?> engine) {
        return switch (scalar) {
            case INT32 -> java == int.class && engine == long.class;
            case INT64, UINT64, ADDRESS -> java == long.class && engine == long.class;
            case DOUBLE -> java == double.class && engine == double.class;
            default -> false;
        };
    }

    /** The function's address first; then integers and addresses as long, floating arguments as long or double. */
    private MethodHandle target() {
        if (integers()) {
            return find(Engine.class, shape.errno() ? "callKeepingErrors" : "call", long.class, longs(1 + count));
        }
        Signature signature = EngineTypes.signature(shape);
        return switch (signature.shape()) {
            case DOUBLES -> find(Engine.class, "call", double.class, doubles());
            case MIXED -> mixed(signature);
            default -> planned(signature);
        };
    }

    private boolean integers() {
        boolean integers = shape.fixed() < 0 && count <= MAX_INTEGERS && integer(shape.result());
        for (CallType parameter : shape.parameters()) {
            integers &= integer(parameter);
        }
        return integers;
    }

    private MethodType doubles() {
        MethodType only = MethodType.methodType(double.class, long.class);
        return only.appendParameterTypes(Collections.nCopies(count, double.class));
    }

    /** Six integers and eight floating arguments, of which those that there are not are 0. */
    private MethodHandle mixed(Signature signature) {
        boolean floating = shape.result() instanceof Scalar scalar && scalar.floating();
        Class<?> result = floating ? double.class : long.class;
        MethodType all = longs(2 + MAX_INTEGERS).appendParameterTypes(Collections.nCopies(MAX_FLOATS, double.class));
        MethodHandle call =
                find(Engine.class, floating ? "callMixedDouble" : "callMixed", result, all.changeReturnType(result));
        call = MethodHandles.insertArguments(call, 1, signature.kinds());
        int floats = (int) shape.parameters().stream()
                .filter(parameter -> parameter instanceof Scalar scalar && scalar.floating())
                .count();
        int integers = count - floats;
        call = MethodHandles.insertArguments(
                call,
                1 + MAX_INTEGERS + floats,
                Collections.nCopies(MAX_FLOATS - floats, 0.0).toArray());
        call = MethodHandles.insertArguments(
                call,
                1 + integers,
                Collections.nCopies(MAX_INTEGERS - integers, 0L).toArray());
        List<Class<?>> types = new ArrayList<>(List.of(long.class));
        int[] order = new int[1 + count];
        int nextInteger = 1;
        int nextFloat = 1 + integers;
        for (int i = 0; i < count; i++) {
            boolean isFloat = shape.parameters().get(i) instanceof Scalar scalar && scalar.floating();
            types.add(isFloat ? double.class : long.class);
            order[isFloat ? nextFloat++ : nextInteger++] = 1 + i;
        }
        return MethodHandles.permuteArguments(call, MethodType.methodType(result, types), order);
    }

    /** Anything, each argument as a word; the memory for a struct that is returned comes last. */
    private MethodHandle planned(Signature signature) {
        boolean struct = shape.result() instanceof CallType.Composite;
        MethodHandle call;
        if (count <= MAX_PLANNED) {
            int taken = count <= FEW_PLANNED ? FEW_PLANNED : MAX_PLANNED;
            call = find(Signature.class, "callPlanned", long.class, longs(2 + taken))
                    .bindTo(signature);
            call = MethodHandles.insertArguments(
                    call, 2 + count, Collections.nCopies(taken - count, 0L).toArray());
        } else {
            call = find(
                            Signature.class,
                            "callInto",
                            void.class,
                            MethodType.methodType(void.class, long.class, long.class, long[].class))
                    .bindTo(signature);
            call = struct
                    ? call.asCollector(long[].class, count)
                    : MethodHandles.dropArguments(
                            find(
                                            Signature.class,
                                            "call",
                                            long.class,
                                            MethodType.methodType(long.class, long.class, long[].class))
                                    .bindTo(signature)
                                    .asCollector(long[].class, count),
                            1,
                            long.class);
        }
        if (!struct) {
            return MethodHandles.insertArguments(call, 1, 0L);
        }
        int[] order = new int[2 + count];
        order[1] = 1 + count;
        for (int i = 0; i < count; i++) {
            order[2 + i] = 1 + i;
        }
        MethodHandle none = call.asType(call.type().changeReturnType(void.class));
        return MethodHandles.permuteArguments(none, longs(2 + count).changeReturnType(void.class), order);
    }

    private static MethodHandle argument(Scalar scalar, Class<?> given, Class<?> taken) {
        MethodHandle conversion =
                switch (scalar) {
                    case UINT8 -> own("uint8", long.class, long.class);
                    case UINT32 -> own("uint32", long.class, long.class);
                    case FLOAT ->
                        taken == double.class
                                ? find(
                                        Engine.class,
                                        "ofFloat",
                                        double.class,
                                        MethodType.methodType(double.class, float.class))
                                : own("bits", long.class, float.class);
                    case DOUBLE ->
                        taken == double.class
                                ? MethodHandles.identity(double.class)
                                : find(
                                        Double.class,
                                        "doubleToRawLongBits",
                                        long.class,
                                        MethodType.methodType(long.class, double.class));
                    default -> MethodHandles.identity(narrow(scalar));
                };
        return MethodHandles.explicitCastArguments(conversion, MethodType.methodType(taken, given));
    }

    /** Bits above a narrow result are anything. */
    private static MethodHandle returning(MethodHandle target, Scalar scalar, Class<?> wanted) {
        Class<?> got = target.type().returnType();
        if (scalar == Scalar.VOID) {
            return target.asType(target.type().changeReturnType(void.class));
        }
        MethodHandle conversion =
                switch (scalar) {
                    case BOOL -> own("truth", boolean.class, long.class);
                    case UINT8 -> own("uint8", long.class, long.class);
                    case UINT32 -> own("uint32", long.class, long.class);
                    case FLOAT ->
                        got == double.class
                                ? find(
                                        Engine.class,
                                        "asFloat",
                                        float.class,
                                        MethodType.methodType(float.class, double.class))
                                : own("ofBits", float.class, long.class);
                    case DOUBLE ->
                        got == double.class
                                ? MethodHandles.identity(double.class)
                                : find(
                                        Double.class,
                                        "longBitsToDouble",
                                        double.class,
                                        MethodType.methodType(double.class, long.class));
                    default -> MethodHandles.identity(narrow(scalar));
                };
        return MethodHandles.filterReturnValue(
                target, MethodHandles.explicitCastArguments(conversion, MethodType.methodType(wanted, got)));
    }

    /** The Java type whose conversions cut off and extend as C's type does. */
    private static Class<?> narrow(Scalar scalar) {
        return switch (scalar) {
            case BOOL -> boolean.class;
            case INT8 -> byte.class;
            case INT16 -> short.class;
            case UINT16 -> char.class;
            case INT32 -> int.class;
            default -> long.class;
        };
    }

    private static long uint8(long value) {
        return value & 0xFF;
    }

    private static long uint32(long value) {
        return value & 0xFFFF_FFFFL;
    }

    private static boolean truth(long value) {
        return (value & 0xFF) != 0;
    }

    private static long bits(float value) {
        return Float.floatToRawIntBits(value) & 0xFFFF_FFFFL;
    }

    private static float ofBits(long bits) {
        return Float.intBitsToFloat((int) bits);
    }

    /** Java's arrays are copied to C's memory for the call, and back. */
    private MethodHandle copying(MethodHandle target) {
        MethodHandle copying = own("copying", Object.class, MethodHandle.class, Object[].class);
        MethodHandle returning =
                MethodHandles.explicitCastArguments(target, target.type().changeReturnType(type.returnType()));
        MethodHandle spread =
                returning.asType(target.type().generic()).asSpreader(Object[].class, type.parameterCount());
        return copying.bindTo(spread)
                .asCollector(Object[].class, type.parameterCount())
                .asType(type);
    }

    private static Object copying(MethodHandle target, Object[] given) throws Throwable {
        try (Arena arena = Arena.open()) {
            Object[] passed = given.clone();
            Segment[] copies = new Segment[given.length];
            for (int i = 0; i < given.length; i++) {
                if (given[i] == null) {
                    passed[i] = 0L;
                } else if (given[i].getClass().isArray()) {
                    copies[i] = arena.allocate(Math.max(1, bytes(given[i])), Long.BYTES);
                    copies[i].copyFrom(given[i], bytes(given[i]));
                    passed[i] = copies[i].address();
                }
            }
            Object result = (Object) target.invokeExact(passed);
            for (int i = 0; i < given.length; i++) {
                if (copies[i] != null) {
                    copies[i].copyTo(given[i], bytes(given[i]));
                }
            }
            return result;
        }
    }

    private static long bytes(Object array) {
        Class<?> element = array.getClass().getComponentType();
        int size = element == byte.class
                ? Byte.BYTES
                : element == short.class
                        ? Short.BYTES
                        : element == int.class || element == float.class ? Integer.BYTES : Long.BYTES;
        return (long) size * Array.getLength(array);
    }

    private static boolean integer(CallType type) {
        return type instanceof Scalar scalar && !scalar.floating();
    }

    private static MethodType longs(int number) {
        return MethodType.methodType(long.class, Collections.nCopies(number, long.class));
    }

    private static MethodHandle own(String name, Class<?> result, Class<?>... parameters) {
        return find(EngineCall.class, name, result, MethodType.methodType(result, parameters));
    }

    private static MethodHandle find(Class<?> owner, String name, Class<?> result, MethodType type) {
        MethodType whole = type.changeReturnType(result);
        try {
            return owner == Signature.class
                    ? LOOKUP.findVirtual(owner, name, whole)
                    : LOOKUP.findStatic(owner, name, whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this module", e);
        }
    }
}
