package io.github.cffi4j.generated;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** A library that java.lang.foreign opened, for as long as this is reachable. Immutable. */
final class ForeignLibrary {
    private final SymbolLookup symbols;

    private ForeignLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /** Returns the library that every process has: the C library. */
    static ForeignLibrary process() {
        return new ForeignLibrary(Linker.nativeLinker().defaultLookup());
    }

    /**
     * Opens a library by what the system's loader calls it.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ForeignLibrary open(Lookup lookup, String name) {
        try {
            MethodHandle open = lookup.findStatic(
                    SymbolLookup.class,
                    "libraryLookup",
                    MethodType.methodType(SymbolLookup.class, String.class, Arena.class));
            return new ForeignLibrary((SymbolLookup) open.invokeExact(name, Arena.ofAuto()));
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    /** The address of a symbol; 0 if there is none. */
    long find(String symbol) {
        Optional<MemorySegment> found = symbols.find(symbol);
        return found.isPresent() ? found.get().address() : 0;
    }

    static long errno() {
        return KeptErrno.address();
    }

    static long stubs(Lookup lookup, String method, CallShape shape) {
        return SystemCallbacks.table(lookup, method, shape);
    }

    static MethodHandle handle(Lookup lookup, SystemLibrary library, String cName, String type, String shape) {
        return new SystemCall(lookup, library, cName, type, shape).dynamicInvoker();
    }
}
