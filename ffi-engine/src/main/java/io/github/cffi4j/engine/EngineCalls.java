package io.github.cffi4j.engine;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.internal.CallEngine;
import io.github.cffi4j.generated.CallShape;
import io.github.cffi4j.generated.DirectCalls;
import io.github.cffi4j.generated.SystemCalls;
import io.github.cffi4j.generated.SystemEntry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Calls libraries of the user's system for generated classes that have no native code of their own, on Java 17 and later. The
 * runtime finds it by its name. Stateless.
 */
public final class EngineCalls implements SystemCalls {
    /** For the runtime, which finds it by the name of the class. */
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

    @Override
    public DirectCalls direct(boolean errno) {
        return EngineDirect.calls(errno);
    }

    @Override
    public Upcall upcall(Lookup lookup, SystemEntry entry, int number, CallShape shape) {
        try {
            Segment function = Engine.callback(
                    Arena.automatic(), EngineTypes.signature(shape), new EngineUpcall(entry, number, shape));
            return new Upcall(function.address(), function);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedOperationException(e.getMessage(), e);
        }
    }
}
