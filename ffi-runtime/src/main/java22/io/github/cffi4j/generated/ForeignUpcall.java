package io.github.cffi4j.generated;

import io.github.cffi4j.generated.CallType.Scalar;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The code of a C function of java.lang.foreign: it puts the arguments into slots, and calls the generated class's entry. */
final class ForeignUpcall {
    private ForeignUpcall() {}

    static FunctionDescriptor descriptor(CallShape shape) {
        MemoryLayout[] parameters = shape.parameters().stream()
                .map(type -> ForeignCall.value((Scalar) type))
                .toArray(MemoryLayout[]::new);
        return shape.result() == Scalar.VOID
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(ForeignCall.value((Scalar) shape.result()), parameters);
    }

    static MethodHandle code(MethodHandle entry, int number, CallShape shape, FunctionDescriptor descriptor)
            throws ReflectiveOperationException {
        MethodHandle run = MethodHandles.lookup()
                .findStatic(
                        ForeignUpcall.class,
                        "run",
                        MethodType.methodType(
                                Object.class, MethodHandle.class, int.class, CallShape.class, Object[].class));
        return MethodHandles.insertArguments(run, 0, entry, number, shape)
                .asCollector(Object[].class, shape.parameters().size())
                .asType(descriptor.toMethodType());
    }

    /** Puts the arguments into slots, calls the method, and reads the result. Throws nothing: that would end the JVM. */
    private static Object run(MethodHandle entry, int number, CallShape shape, Object[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slots = arena.allocate((arguments.length + 1L) * Long.BYTES, Long.BYTES);
            for (int i = 0; i < arguments.length; i++) {
                store(slots, (i + 1L) * Long.BYTES, (Scalar) shape.parameters().get(i), arguments[i]);
            }
            entry.invokeExact(number, slots.address());
            return result(slots, (Scalar) shape.result());
        } catch (Throwable thrown) {
            thrown.printStackTrace();
            return result(MemorySegment.ofArray(new long[1]), (Scalar) shape.result());
        }
    }

    private static void store(MemorySegment slots, long offset, Scalar type, Object value) {
        switch (type) {
            case FLOAT, DOUBLE -> slots.set(ValueLayout.JAVA_DOUBLE, offset, ((Number) value).doubleValue());
            case BOOL -> slots.set(ValueLayout.JAVA_LONG, offset, (Boolean) value ? 1 : 0);
            case UINT8 -> slots.set(ValueLayout.JAVA_LONG, offset, Byte.toUnsignedLong((Byte) value));
            case UINT16 -> slots.set(ValueLayout.JAVA_LONG, offset, (Character) value);
            case UINT32 -> slots.set(ValueLayout.JAVA_LONG, offset, Integer.toUnsignedLong((Integer) value));
            default -> slots.set(ValueLayout.JAVA_LONG, offset, ((Number) value).longValue());
        }
    }

    private static Object result(MemorySegment slots, Scalar type) {
        long bits = slots.get(ValueLayout.JAVA_LONG, 0);
        return switch (type) {
            case VOID -> null;
            case BOOL -> bits != 0;
            case INT8, UINT8 -> (byte) bits;
            case INT16 -> (short) bits;
            case UINT16 -> (char) bits;
            case INT32, UINT32 -> (int) bits;
            case FLOAT -> (float) Double.longBitsToDouble(bits);
            case DOUBLE -> Double.longBitsToDouble(bits);
            default -> bits;
        };
    }
}
