package io.github.cffi4j.generated;

import io.github.cffi4j.internal.memory.Retention;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/** Calls of a system's libraries by java.lang.foreign. Stateless. */
final class ForeignCalls implements SystemCalls {
    private ForeignCalls() {}

    static SystemCalls find() {
        return new ForeignCalls();
    }

    @Override
    public Library open(Lookup lookup, String name) {
        try {
            MethodHandle open = lookup.findStatic(
                    SymbolLookup.class,
                    "libraryLookup",
                    MethodType.methodType(SymbolLookup.class, String.class, Arena.class));
            return new Opened((SymbolLookup) open.invokeExact(name, Arena.ofAuto()));
        } catch (IllegalArgumentException e) {
            UnsatisfiedLinkError refused = new UnsatisfiedLinkError(LoaderWords.of(lookup, name, e));
            refused.initCause(e);
            throw refused;
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    @Override
    public Library process(Lookup lookup) {
        return new Opened(Linker.nativeLinker().defaultLookup());
    }

    /** A library that java.lang.foreign opened. */
    private record Opened(SymbolLookup symbols) implements Library {
        @Override
        public long find(String symbol) {
            return symbols.find(symbol).orElse(MemorySegment.NULL).address();
        }
    }

    @Override
    public long errno() {
        return KeptErrors.errnoAddress();
    }

    @Override
    public int lastError() {
        return KeptErrors.lastError();
    }

    @Override
    public void lastError(int value) {
        KeptErrors.lastError(value);
    }

    @Override
    public MethodHandle link(Lookup lookup, long function, MethodType type, CallShape shape) {
        try {
            return new ForeignCall(lookup, function, type, shape).handle();
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    @Override
    public Upcall upcall(Lookup lookup, SystemEntry entry, int number, CallShape shape) {
        try {
            FunctionDescriptor descriptor = ForeignUpcall.descriptor(shape);
            MethodHandle code = ForeignUpcall.code(lookup, entry, number, shape, descriptor);
            // The JVM keeps what such a function calls.
            Retention.keep(lookup.lookupClass(), code);
            MemorySegment function = (MemorySegment) ForeignLinker.upcallStub(lookup)
                    .invoke(Linker.nativeLinker(), ForeignLinker.kept(lookup, code), descriptor, Arena.ofAuto());
            return new Upcall(function.address(), function);
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }
}
