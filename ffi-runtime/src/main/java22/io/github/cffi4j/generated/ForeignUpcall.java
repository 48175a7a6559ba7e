package io.github.cffi4j.generated;

import io.github.cffi4j.generated.CallType.Composite;
import io.github.cffi4j.generated.CallType.Scalar;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/** The code of a C function of java.lang.foreign: it puts the arguments into slots, and calls the generated class's entry. */
final class ForeignUpcall {
    private final MethodHandle entry;
    private final CallShape shape;
    /** {@code null} if nobody asks for them. */
    private final KeptErrors errors;

    private ForeignUpcall(MethodHandle entry, CallShape shape, KeptErrors errors) {
        this.entry = entry;
        this.shape = shape;
        this.errors = errors;
    }

    static FunctionDescriptor descriptor(CallShape shape) {
        MemoryLayout[] parameters =
                shape.parameters().stream().map(ForeignCall::layout).toArray(MemoryLayout[]::new);
        return shape.result() == Scalar.VOID
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(ForeignCall.layout(shape.result()), parameters);
    }

    /**
     * Returns the code.
     *
     * @param lookup of the generated class, whose method is the entry
     */
    static MethodHandle code(
            Lookup lookup, MethodHandle entry, int number, CallShape shape, FunctionDescriptor descriptor)
            throws ReflectiveOperationException {
        MethodHandle run = MethodHandles.lookup()
                .findVirtual(
                        ForeignUpcall.class, "run", MethodType.methodType(Object.class, int.class, Object[].class));
        return MethodHandles.insertArguments(
                        run, 0, new ForeignUpcall(entry, shape, shape.errno() ? KeptErrors.of(lookup) : null), number)
                .asCollector(Object[].class, shape.parameters().size())
                .asType(descriptor.toMethodType());
    }

    /** Does what glue does around its call of Java: {@code errno} is C's in Java's code, and Java's in C's afterwards. */
    private Object run(int number, Object[] arguments) {
        if (errors == null) {
            return called(number, arguments);
        }
        errors.take();
        try {
            return called(number, arguments);
        } finally {
            errors.enter();
        }
    }

    /** Puts the arguments into slots, calls the method, and reads the result. Throws nothing: that would end the JVM. */
    private Object called(int number, Object[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slots = arena.allocate((arguments.length + 1L) * Long.BYTES, Long.BYTES);
            for (int i = 0; i < arguments.length; i++) {
                store(slots, (i + 1L) * Long.BYTES, shape.parameters().get(i), arguments[i]);
            }
            if (shape.result() instanceof Composite struct) {
                return struct(number, slots, arena.allocate(struct.size(), struct.alignment()));
            }
            entry.invokeExact(number, slots.address());
            return result(slots, (Scalar) shape.result());
        } catch (Throwable thrown) {
            thrown.printStackTrace();
            return shape.result() instanceof Composite struct
                    ? onHeap(struct.size())
                    : result(onHeap(Long.BYTES), (Scalar) shape.result());
        }
    }

    /** The entry writes the struct to memory whose address it finds in the first slot. That memory goes before C has it. */
    private MemorySegment struct(int number, MemorySegment slots, MemorySegment result) throws Throwable {
        slots.set(ValueLayout.JAVA_LONG, 0, result.address());
        entry.invokeExact(number, slots.address());
        return onHeap(result.byteSize()).copyFrom(result);
    }

    private static MemorySegment onHeap(long size) {
        int longs = (int) ((size + Long.BYTES - 1) / Long.BYTES);
        return MemorySegment.ofArray(new long[longs]).asSlice(0, size);
    }

    private static void store(MemorySegment slots, long offset, CallType type, Object value) {
        if (type instanceof Scalar scalar) {
            store(slots, offset, scalar, value);
        } else {
            slots.set(ValueLayout.JAVA_LONG, offset, ((MemorySegment) value).address());
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
