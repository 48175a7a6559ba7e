package io.github.cffi4j.generated;

import io.github.cffi4j.internal.memory.Utf8;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;

/** Why a system's loader refuses a library. java.lang.foreign does not tell, so the loader is asked once more. */
final class LoaderWords {
    private static final int NOW = 2;

    private LoaderWords() {}

    /** Returns the loader's words; those of Java where the loader has none to give. */
    static String of(Lookup lookup, String name, IllegalArgumentException refusal) {
        if (Host.current().platform().os() == OperatingSystem.WINDOWS) {
            return refusal.getMessage();
        }
        SymbolLookup system = Linker.nativeLinker().defaultLookup();
        MemorySegment open = system.find("dlopen").orElse(null);
        MemorySegment error = system.find("dlerror").orElse(null);
        if (open == null || error == null) {
            return refusal.getMessage();
        }
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle dlopen = ForeignLinker.downcall(
                    lookup,
                    open,
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            MethodHandle dlerror = ForeignLinker.downcall(lookup, error, FunctionDescriptor.of(ValueLayout.JAVA_LONG));
            long handle = (long) dlopen.invokeExact(arena.allocateFrom(name), NOW);
            long words = handle == 0 ? (long) dlerror.invokeExact() : 0;
            return words == 0 ? refusal.getMessage() : Utf8.read(words, Long.MAX_VALUE);
        } catch (Throwable thrown) {
            return refusal.getMessage();
        }
    }
}
