package io.github.cffi4j.engine;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.internal.CallEngine;
import io.github.cffi4j.generated.CallShape;
import io.github.cffi4j.generated.CallType;
import io.github.cffi4j.generated.Scratch;
import io.github.cffi4j.generated.SystemCalls;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;

/**
 * Calls libraries of the user's system for generated classes that have no native code of their own, on Java 17 and later. The
 * runtime finds it as a service. Stateless.
 */
public final class EngineCalls implements SystemCalls {
    /** For {@link java.util.ServiceLoader}. */
    public EngineCalls() {}

    /** A library that stays open. */
    private record Opened(NativeLibrary library) implements Library {
        @Override
        public long find(String symbol) {
            return library.find(symbol);
        }
    }

    @Override
    public Library open(Lookup lookup, String name) {
        return new Opened(NativeLibrary.open(name, ""));
    }

    @Override
    public Library process(Lookup lookup) {
        return new Opened(NativeLibrary.process());
    }

    @Override
    public long errno() {
        return CallEngine.engine_errno_address();
    }

    @Override
    public int lastError() {
        return Engine.lastError();
    }

    @Override
    public void lastError(int value) {
        Engine.lastError(value);
    }

    @Override
    public MethodHandle link(Lookup lookup, long function, MethodType type, CallShape shape) {
        try {
            return new EngineCall(function, type, shape).handle();
        } catch (IllegalArgumentException e) {
            throw new UnsupportedOperationException(e.getMessage(), e);
        }
    }

    /** The class of the code is kept by the generated class, and not by the engine, which may serve several applications. */
    @Override
    public Upcall upcall(Lookup lookup, MethodHandle entry, int number, CallShape shape) {
        WeakReference<MethodHandle> code = new WeakReference<>(entry);
        Signature signature;
        try {
            signature = EngineTypes.signature(shape);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedOperationException(e.getMessage(), e);
        }
        Segment function =
                Engine.callback(Arena.automatic(), signature, arguments -> run(code.get(), number, shape, arguments));
        return new Upcall(function.address(), function);
    }

    private static void run(MethodHandle entry, int number, CallShape shape, Arguments arguments) throws Throwable {
        if (entry == null) {
            return;
        }
        int count = shape.parameters().size();
        Scratch scratch = Scratch.ofThread();
        long mark = scratch.mark();
        try {
            Segment slots = scratch.allocate((1L + count) * Long.BYTES);
            slots.setLong(0, 0);
            for (int i = 0; i < count; i++) {
                store(slots, (1L + i) * Long.BYTES, shape.parameters().get(i), arguments, i);
            }
            if (shape.result() instanceof CallType.Composite struct) {
                // The entry writes the struct to memory whose address it finds in the first slot.
                try (Arena arena = Arena.open()) {
                    Segment memory = arena.allocate(struct.size(), struct.alignment());
                    slots.setLong(0, memory.address());
                    entry.invokeExact(number, slots.address());
                    arguments.resultAt(memory.address());
                }
            } else {
                entry.invokeExact(number, slots.address());
                result(slots, (CallType.Scalar) shape.result(), arguments);
            }
        } finally {
            scratch.release(mark);
        }
    }

    private static void store(Segment slots, long offset, CallType type, Arguments arguments, int index) {
        if (type instanceof CallType.Scalar scalar) {
            store(slots, offset, scalar, arguments, index);
        } else {
            slots.setLong(offset, arguments.address(index));
        }
    }

    private static void store(Segment slots, long offset, CallType.Scalar type, Arguments arguments, int index) {
        switch (type) {
            case FLOAT -> slots.setDouble(offset, arguments.getFloat(index));
            case DOUBLE -> slots.setDouble(offset, arguments.getDouble(index));
            case BOOL, UINT8 -> slots.setLong(offset, Byte.toUnsignedLong(arguments.getByte(index)));
            case INT8 -> slots.setLong(offset, arguments.getByte(index));
            case INT16 -> slots.setLong(offset, arguments.getShort(index));
            case UINT16 -> slots.setLong(offset, Short.toUnsignedLong(arguments.getShort(index)));
            case INT32 -> slots.setLong(offset, arguments.getInt(index));
            case UINT32 -> slots.setLong(offset, Integer.toUnsignedLong(arguments.getInt(index)));
            case INT64, UINT64, ADDRESS -> slots.setLong(offset, arguments.getLong(index));
            case VOID -> throw new IllegalArgumentException("a parameter is void");
        }
    }

    private static void result(Segment slots, CallType.Scalar type, Arguments arguments) {
        switch (type) {
            case VOID -> {
                return;
            }
            case FLOAT -> arguments.result((float) slots.getDouble(0));
            case DOUBLE -> arguments.result(slots.getDouble(0));
            case BOOL -> arguments.result(slots.getLong(0) != 0 ? 1L : 0L);
            default -> arguments.result(slots.getLong(0));
        }
    }
}
