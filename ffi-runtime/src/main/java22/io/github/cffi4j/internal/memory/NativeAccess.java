package io.github.cffi4j.internal.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * In whose name restricted methods of the JDK are called: in that of a generated class's module where there is one, so that
 * people who use modules need to enable native access for the module that loads a library, and for no other.
 */
public final class NativeAccess {
    /** Weakly, since the class may be of an application that comes and goes, and that has its own lookup as long as it lives. */
    private static volatile Reference<Lookup> offered = new WeakReference<>(null);

    private NativeAccess() {}

    /**
     * Whether all calls can go by java.lang.foreign: the glue's functions take addresses of 64 bits. The JVM's property tells,
     * since java.lang.foreign, were it asked, would cost a program that may never use it 10 ms.
     */
    public static boolean hasForeign() {
        return "64".equals(System.getProperty("sun.arch.data.model"));
    }

    /**
     * Offers the rights of a generated class, whose module may load libraries, since it does. For any thread.
     *
     * @param lookup the generated class's own
     */
    public static void offer(Lookup lookup) {
        if (!enabled()) {
            Retention.keep(lookup.lookupClass(), lookup);
            offered = new WeakReference<>(lookup);
        }
    }

    /**
     * All memory of the process.
     *
     * @throws UnsatisfiedLinkError if Java was told to deny it. An error, since it is asked for in a static initialiser
     */
    static MemorySegment everything() {
        Lookup lookup = offered.get();
        try {
            return everything(lookup);
        } catch (IllegalCallerException e) {
            throw denied(
                    lookup == null
                            ? NativeAccess.class.getModule()
                            : lookup.lookupClass().getModule(),
                    e);
        }
    }

    /** Java's own words name neither the flag nor where else it may stand. */
    private static UnsatisfiedLinkError denied(Module module, IllegalCallerException denial) {
        String flag = module.isNamed()
                ? module.getName()
                        + (module == NativeAccess.class.getModule() ? ", with the module of each library" : "")
                : "ALL-UNNAMED, or write 'Enable-Native-Access: ALL-UNNAMED' into the manifest of the jar that java -jar"
                        + " starts";
        UnsatisfiedLinkError error =
                new UnsatisfiedLinkError("cffi4j may not use native memory: Java was told to deny it\n  Java says:    "
                        + denial.getMessage() + "\n  what to do:   start Java with --enable-native-access=" + flag);
        error.initCause(denial);
        return error;
    }

    @SuppressWarnings("restricted")
    private static MemorySegment everything(Lookup lookup) {
        if (lookup == null) {
            return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
        }
        try {
            return (MemorySegment) lookup.findVirtual(
                            MemorySegment.class, "reinterpret", MethodType.methodType(MemorySegment.class, long.class))
                    .invokeExact(MemorySegment.NULL, Long.MAX_VALUE);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a public method of the JDK", e);
        }
    }

    /**
     * The same memory; an object stays reachable as long as it. The JDK's cleaner refers to what keeps the object, which is
     * of the JDK therefore: a lambda would keep our class loader.
     */
    @SuppressWarnings("restricted")
    static MemorySegment keeping(Object kept, MemorySegment memory) {
        Stream.Builder<Object> keeper = Stream.builder();
        keeper.add(kept);
        @SuppressWarnings("unchecked") // It takes anything.
        Consumer<MemorySegment> cleanup = (Consumer<MemorySegment>) (Consumer<?>) keeper;
        Lookup lookup = offered.get();
        if (lookup == null) {
            return memory.reinterpret(Arena.ofAuto(), cleanup);
        }
        try {
            return (MemorySegment) lookup.findVirtual(
                            MemorySegment.class,
                            "reinterpret",
                            MethodType.methodType(MemorySegment.class, Arena.class, Consumer.class))
                    .invokeExact(memory, Arena.ofAuto(), cleanup);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a public method of the JDK", e);
        }
    }

    private static boolean enabled() {
        Module own = NativeAccess.class.getModule();
        return !own.isNamed() || own.isNativeAccessEnabled();
    }
}
