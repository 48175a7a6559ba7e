package io.github.cffi4j.generated;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * What Java code sees as {@code errno}: memory of each thread, which the linker fills after a call, since the JVM changes the
 * real one between calls. Before a call it is put back, so that C sees what Java wrote.
 */
final class KeptErrno {
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long OFFSET = STATE.byteOffset(PathElement.groupElement("errno"));
    private static final ThreadLocal<MemorySegment> KEPT =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));
    /** How the C libraries call the function that tells where it is: glibc and musl, macOS and FreeBSD, Windows. */
    private static final List<String> LOCATIONS = List.of("__errno_location", "__error", "_errno");

    private final MethodHandle location;

    /**
     * @param lookup in whose module's name the C library is called
     */
    KeptErrno(Lookup lookup) {
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
            this.location = ForeignLinker.downcall(
                    lookup, function, FunctionDescriptor.of(intAddress), Linker.Option.critical(false));
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    /** The address of this thread's. */
    static long address() {
        return KEPT.get().address() + OFFSET;
    }

    /** Takes what C has when it calls Java. */
    void take() {
        try {
            MemorySegment real = (MemorySegment) location.invokeExact();
            KEPT.get().set(ValueLayout.JAVA_INT, OFFSET, real.get(ValueLayout.JAVA_INT, 0));
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    /** Puts it back, and gives the memory for the linker. */
    MemorySegment enter() {
        MemorySegment kept = KEPT.get();
        try {
            MemorySegment real = (MemorySegment) location.invokeExact();
            real.set(ValueLayout.JAVA_INT, 0, kept.get(ValueLayout.JAVA_INT, OFFSET));
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
        return kept;
    }
}
