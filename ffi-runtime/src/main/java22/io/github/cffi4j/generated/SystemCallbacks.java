package io.github.cffi4j.generated;

import io.github.cffi4j.internal.memory.Retention;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/**
 * C functions that run Java code, made by java.lang.foreign. They look like those of glue: a table of functions, of which each
 * gives its number and the address of its slots to one Java method; the result comes back in the first slot.
 */
final class SystemCallbacks {
    /** So many of one type at a time. Each costs some 50 us and some 500 bytes. */
    private static final int COUNT = 128;

    private SystemCallbacks() {}

    /**
     * Makes the functions; they stay as long as the class.
     *
     * @param method a static method of the class that takes a number and an address
     */
    static long table(Lookup lookup, String method, CallShape shape) {
        try {
            MethodHandle entry = lookup.findStatic(
                    lookup.lookupClass(), method, MethodType.methodType(void.class, int.class, long.class));
            Arena arena = Arena.ofAuto();
            MemorySegment functions = arena.allocate(ValueLayout.ADDRESS, COUNT);
            MemorySegment states = arena.allocate(Long.BYTES + (long) COUNT * Slot.BYTES, Long.BYTES);
            MemorySegment table = arena.allocate(2L * Long.BYTES + Integer.BYTES, Long.BYTES);
            table.set(ValueLayout.ADDRESS, 0, functions);
            table.set(ValueLayout.ADDRESS, Long.BYTES, states);
            table.set(ValueLayout.JAVA_INT, 2L * Long.BYTES, COUNT);
            MethodHandle upcallStub = ForeignLinker.upcallStub(lookup);
            FunctionDescriptor descriptor = descriptor(shape);
            for (int i = 0; i < COUNT; i++) {
                MethodHandle code = code(entry, i, shape, descriptor);
                Retention.keep(lookup.lookupClass(), code);
                MemorySegment function = (MemorySegment)
                        upcallStub.invoke(Linker.nativeLinker(), ForeignLinker.weakly(code), descriptor, arena);
                functions.setAtIndex(ValueLayout.ADDRESS, i, function);
                states.set(ValueLayout.JAVA_INT, Long.BYTES + (long) i * Slot.BYTES, i);
            }
            Retention.keep(lookup.lookupClass(), table);
            VarHandle.releaseFence();
            return table.address();
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    private static FunctionDescriptor descriptor(CallShape shape) {
        MemoryLayout[] parameters =
                shape.parameters().stream().map(SystemCall::value).toArray(MemoryLayout[]::new);
        return shape.result().equals("v")
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(SystemCall.value(shape.result()), parameters);
    }

    private static MethodHandle code(MethodHandle entry, int number, CallShape shape, FunctionDescriptor descriptor)
            throws ReflectiveOperationException {
        MethodHandle run = MethodHandles.lookup()
                .findStatic(
                        SystemCallbacks.class,
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
                store(slots, (i + 1L) * Long.BYTES, shape.parameters().get(i), arguments[i]);
            }
            entry.invokeExact(number, slots.address());
            return result(slots, shape.result());
        } catch (Throwable thrown) {
            thrown.printStackTrace();
            return result(MemorySegment.ofArray(new long[1]), shape.result());
        }
    }

    private static void store(MemorySegment slots, long offset, String type, Object value) {
        switch (type) {
            case "f", "d" -> slots.set(ValueLayout.JAVA_DOUBLE, offset, ((Number) value).doubleValue());
            case "b" -> slots.set(ValueLayout.JAVA_LONG, offset, (Boolean) value ? 1 : 0);
            case "u1" -> slots.set(ValueLayout.JAVA_LONG, offset, Byte.toUnsignedLong((Byte) value));
            case "u2" -> slots.set(ValueLayout.JAVA_LONG, offset, (Character) value);
            case "u4" -> slots.set(ValueLayout.JAVA_LONG, offset, Integer.toUnsignedLong((Integer) value));
            default -> slots.set(ValueLayout.JAVA_LONG, offset, ((Number) value).longValue());
        }
    }

    private static Object result(MemorySegment slots, String type) {
        long bits = slots.get(ValueLayout.JAVA_LONG, 0);
        return switch (type) {
            case "v" -> null;
            case "b" -> bits != 0;
            case "s1", "u1" -> (byte) bits;
            case "s2" -> (short) bits;
            case "u2" -> (char) bits;
            case "s4", "u4" -> (int) bits;
            case "f" -> (float) Double.longBitsToDouble(bits);
            case "d" -> Double.longBitsToDouble(bits);
            default -> bits;
        };
    }
}
