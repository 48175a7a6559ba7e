package io.github.cffi4j.generated;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * What Java code sees as {@code errno}, and on Windows as the last error: memory of each thread, which the linker fills after a
 * call, since the JVM changes the real ones between calls. Before a call they are put back, so that C sees what Java wrote.
 */
final class KeptErrors {
    private static final boolean WINDOWS = Host.current().platform().os() == OperatingSystem.WINDOWS;

    /** Has the linker fill the memory. */
    static final Linker.Option CAPTURED =
            WINDOWS ? Linker.Option.captureCallState("errno", "GetLastError") : Linker.Option.captureCallState("errno");

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(PathElement.groupElement("errno"));
    private static final long LAST_ERROR = WINDOWS ? STATE.byteOffset(PathElement.groupElement("GetLastError")) : -1;
    private static final ThreadLocal<MemorySegment> KEPT =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    /** How the C libraries call the function that tells where it is: glibc and musl, macOS and FreeBSD, Windows. */
    private static final List<String> LOCATIONS = List.of("__errno_location", "__error", "_errno");

    /** Of a generated class, since each links the functions of the C library in its own module's name, once. */
    private static final ClassValue<KeptErrors[]> OF_CLASS = new ClassValue<>() {
        @Override
        protected KeptErrors[] computeValue(Class<?> type) {
            return new KeptErrors[1];
        }
    };

    private final MethodHandle location;

    /** Both are {@code null} but on Windows. */
    private final MethodHandle getLastError;

    private final MethodHandle setLastError;

    private KeptErrors(Lookup lookup) {
        MemorySegment function = LOCATIONS.stream()
                .flatMap(name -> Linker.nativeLinker().defaultLookup().find(name).stream())
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException("this C library does not tell where errno is"));
        try {
            MethodHandle withTargetLayout = lookup.findVirtual(
                    AddressLayout.class,
                    "withTargetLayout",
                    MethodType.methodType(AddressLayout.class, MemoryLayout.class));
            AddressLayout intAddress =
                    (AddressLayout) withTargetLayout.invoke(ValueLayout.ADDRESS, (MemoryLayout) ValueLayout.JAVA_INT);
            this.location = quick(lookup, function, FunctionDescriptor.of(intAddress));
            MethodHandle get = null;
            MethodHandle set = null;
            if (WINDOWS) {
                SymbolLookup kernel = kernel(lookup);
                FunctionDescriptor getter = FunctionDescriptor.of(ValueLayout.JAVA_INT);
                get = quick(lookup, kernel.find("GetLastError").orElseThrow(), getter);
                FunctionDescriptor setter = FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT);
                set = quick(lookup, kernel.find("SetLastError").orElseThrow(), setter);
            }
            this.getLastError = get;
            this.setLastError = set;
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    private static MethodHandle quick(Lookup lookup, MemorySegment function, FunctionDescriptor descriptor)
            throws Throwable {
        return ForeignLinker.downcall(lookup, function, descriptor, Linker.Option.critical(false));
    }

    /** The C library's own names are all that java.lang.foreign looks up without asking. */
    private static SymbolLookup kernel(Lookup lookup) throws Throwable {
        MethodHandle open = lookup.findStatic(
                SymbolLookup.class,
                "libraryLookup",
                MethodType.methodType(SymbolLookup.class, String.class, Arena.class));
        String name = SystemNames.of(OperatingSystem.WINDOWS, "kernel32.dll").get(0);
        return (SymbolLookup) open.invokeExact(name, Arena.global());
    }

    /**
     * Returns those of a generated class. Two threads may both make them, to the same effect.
     *
     * @param lookup in whose module's name the C library is called
     */
    static KeptErrors of(Lookup lookup) {
        KeptErrors[] kept = OF_CLASS.get(lookup.lookupClass());
        if (kept[0] == null) {
            kept[0] = new KeptErrors(lookup);
        }
        return kept[0];
    }

    /** The address of this thread's {@code errno}. */
    static long errnoAddress() {
        return KEPT.get().address() + ERRNO;
    }

    /** This thread's last error of Windows. */
    static int lastError() {
        return KEPT.get().get(ValueLayout.JAVA_INT, LAST_ERROR);
    }

    static void lastError(int value) {
        KEPT.get().set(ValueLayout.JAVA_INT, LAST_ERROR, value);
    }

    /** Takes what C has when it calls Java. */
    void take() {
        try {
            // First of all: what Java does may change it.
            int last = WINDOWS ? (int) getLastError.invokeExact() : 0;
            MemorySegment real = (MemorySegment) location.invokeExact();
            MemorySegment kept = KEPT.get();
            kept.set(ValueLayout.JAVA_INT, ERRNO, real.get(ValueLayout.JAVA_INT, 0));
            if (WINDOWS) {
                kept.set(ValueLayout.JAVA_INT, LAST_ERROR, last);
            }
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    /** Puts it back, and gives the memory for the linker. */
    MemorySegment enter() {
        MemorySegment kept = KEPT.get();
        try {
            MemorySegment real = (MemorySegment) location.invokeExact();
            real.set(ValueLayout.JAVA_INT, 0, kept.get(ValueLayout.JAVA_INT, ERRNO));
            if (WINDOWS) {
                setLastError.invokeExact(kept.get(ValueLayout.JAVA_INT, LAST_ERROR));
            }
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
        return kept;
    }
}
