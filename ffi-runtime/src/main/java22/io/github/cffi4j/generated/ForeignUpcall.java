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
import java.util.Collections;
import java.util.List;

/**
 * The code of a C function of java.lang.foreign: it calls the generated class's entry. To the JIT, the fields of a record are
 * constants.
 *
 * @param number that the entry gets
 * @param errors {@code null} if nobody asks for them
 */
record ForeignUpcall(SystemEntry entry, int number, CallShape shape, KeptErrors errors) {
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
     * @param lookup of the generated class
     */
    static MethodHandle code(
            Lookup lookup, SystemEntry entry, int number, CallShape shape, FunctionDescriptor descriptor)
            throws ReflectiveOperationException {
        ForeignUpcall code = new ForeignUpcall(entry, number, shape, shape.errno() ? KeptErrors.of(lookup) : null);
        int count = shape.parameters().size();
        if (SystemEntry.takesWords(shape)) {
            return UpcallWords.converted(
                    find("words", long.class, Collections.nCopies(count, long.class))
                            .bindTo(code),
                    shape);
        }
        return find("run", Object.class, List.of(Object[].class))
                .bindTo(code)
                .asCollector(Object[].class, count)
                .asType(descriptor.toMethodType());
    }

    private static MethodHandle find(String name, Class<?> result, List<Class<?>> parameters)
            throws ReflectiveOperationException {
        return MethodHandles.lookup().findVirtual(ForeignUpcall.class, name, MethodType.methodType(result, parameters));
    }

    /** Does what glue does around its call of Java: {@code errno} is C's in Java's code, and Java's in C's afterwards. */
    private Object run(Object[] arguments) {
        if (errors == null) {
            return called(arguments);
        }
        errors.take();
        try {
            return called(arguments);
        } finally {
            errors.enter();
        }
    }

    private void entered() {
        if (errors != null) {
            errors.take();
        }
    }

    private void left() {
        if (errors != null) {
            errors.enter();
        }
    }

    /** Nothing may be thrown: that would end the JVM. */
    private static long failed(Throwable thrown) {
        thrown.printStackTrace();
        return 0;
    }

    private long words() {
        try {
            entered();
            return entry.words(number);
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            left();
        }
    }

    private long words(long a) {
        try {
            entered();
            return entry.words(number, a);
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            left();
        }
    }

    private long words(long a, long b) {
        try {
            entered();
            return entry.words(number, a, b);
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            left();
        }
    }

    private long words(long a, long b, long c) {
        try {
            entered();
            return entry.words(number, a, b, c);
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            left();
        }
    }

    private long words(long a, long b, long c, long d) {
        try {
            entered();
            return entry.words(number, a, b, c, d);
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            left();
        }
    }

    private long words(long a, long b, long c, long d, long e) {
        try {
            entered();
            return entry.words(number, a, b, c, d, e);
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            left();
        }
    }

    private long words(long a, long b, long c, long d, long e, long f) {
        try {
            entered();
            return entry.words(number, a, b, c, d, e, f);
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            left();
        }
    }

    private long words(long a, long b, long c, long d, long e, long f, long g) {
        try {
            entered();
            return entry.words(number, a, b, c, d, e, f, g);
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            left();
        }
    }

    private long words(long a, long b, long c, long d, long e, long f, long g, long h) {
        try {
            entered();
            return entry.words(number, a, b, c, d, e, f, g, h);
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            left();
        }
    }

    /** Puts the arguments into slots, calls the method, and reads the result. Throws nothing: that would end the JVM. */
    private Object called(Object[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slots = arena.allocate((arguments.length + 1L) * Long.BYTES, Long.BYTES);
            for (int i = 0; i < arguments.length; i++) {
                store(slots, (i + 1L) * Long.BYTES, shape.parameters().get(i), arguments[i]);
            }
            if (shape.result() instanceof Composite struct) {
                return struct(slots, arena.allocate(struct.size(), struct.alignment()));
            }
            entry.slots(number, slots.address());
            return result(slots, (Scalar) shape.result());
        } catch (Throwable thrown) {
            thrown.printStackTrace();
            return shape.result() instanceof Composite struct
                    ? onHeap(struct.size())
                    : result(onHeap(Long.BYTES), (Scalar) shape.result());
        }
    }

    /** The entry writes the struct to memory whose address it finds in the first slot. That memory goes before C has it. */
    private MemorySegment struct(MemorySegment slots, MemorySegment result) {
        slots.set(ValueLayout.JAVA_LONG, 0, result.address());
        entry.slots(number, slots.address());
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
