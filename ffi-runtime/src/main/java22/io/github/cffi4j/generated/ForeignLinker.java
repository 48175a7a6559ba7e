package io.github.cffi4j.generated;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.cffi4j.Segment;
import io.github.cffi4j.internal.memory.Retention;
import io.github.cffi4j.internal.memory.Utf8;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Objects;

/**
 * Calls by java.lang.foreign. The JDK's restricted methods are called in the name of the generated class, whose module may
 * load libraries.
 */
final class ForeignLinker {
    /** Of every method that C calls. */
    private static final FunctionDescriptor UPCALL = FunctionDescriptor.ofVoid(JAVA_INT, JAVA_LONG);

    private ForeignLinker() {}

    /**
     * Puts a C function that calls the entry's method into the entry; it stays as long as the class, like the library. The JVM
     * keeps what such a function calls: a handle that knows the method weakly, or the class would stay for good.
     */
    static void link(Lookup lookup, Segment entry) {
        String name = Utf8.read(entry.getLong(Long.BYTES), Long.MAX_VALUE);
        try {
            MethodHandle method = MethodHandles.catchException(
                    lookup.findStatic(lookup.lookupClass(), name, UPCALL.toMethodType()),
                    Throwable.class,
                    MethodHandles.lookup()
                            .findStatic(
                                    ForeignLinker.class,
                                    "escaped",
                                    MethodType.methodType(void.class, Throwable.class)));
            MethodHandle upcallStub = upcallStub(lookup);
            Retention.keep(lookup.lookupClass(), method);
            MemorySegment function = (MemorySegment)
                    upcallStub.invoke(Linker.nativeLinker(), kept(lookup, method), UPCALL, Arena.ofAuto());
            Retention.keep(lookup.lookupClass(), function);
            // Other threads see the function whole before they see its address.
            VarHandle.releaseFence();
            entry.setLong(0, function.address());
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    /** Returns {@link Linker#upcallStub}, to be called in the name of a class. */
    static MethodHandle upcallStub(Lookup lookup) throws ReflectiveOperationException {
        return lookup.findVirtual(
                Linker.class,
                "upcallStub",
                MethodType.methodType(
                        MemorySegment.class,
                        MethodHandle.class,
                        FunctionDescriptor.class,
                        Arena.class,
                        Linker.Option[].class));
    }

    /** Links a call of a function in the name of a class. */
    static MethodHandle downcall(
            Lookup lookup, MemorySegment function, FunctionDescriptor descriptor, Linker.Option... options)
            throws Throwable {
        MethodHandle downcallHandle = lookup.findVirtual(
                Linker.class,
                "downcallHandle",
                MethodType.methodType(
                        MethodHandle.class, MemorySegment.class, FunctionDescriptor.class, Linker.Option[].class));
        return (MethodHandle)
                downcallHandle.asFixedArity().invoke(Linker.nativeLinker(), function, descriptor, options);
    }

    /**
     * Returns what the JVM may keep for as long as a C function is there: the method itself if its class stays as long as the JVM,
     * so that the JIT can look through it.
     *
     * @param lookup of the class, which keeps the method
     */
    static MethodHandle kept(Lookup lookup, MethodHandle method) throws ReflectiveOperationException {
        return Retention.forGood(lookup.lookupClass()) ? method : weakly(method);
    }

    /** Calls a method while it is there; C that is called when its library goes does nothing. Of the JDK's classes alone. */
    private static MethodHandle weakly(MethodHandle method) throws ReflectiveOperationException {
        Lookup lookup = MethodHandles.publicLookup();
        MethodHandle isGone = lookup.findStatic(
                        Objects.class, "isNull", MethodType.methodType(boolean.class, Object.class))
                .asType(MethodType.methodType(boolean.class, MethodHandle.class));
        MethodHandle call = MethodHandles.exactInvoker(method.type());
        MethodHandle found = lookup.findVirtual(Reference.class, "get", MethodType.methodType(Object.class))
                .bindTo(new WeakReference<>(method))
                .asType(MethodType.methodType(MethodHandle.class));
        return MethodHandles.foldArguments(
                MethodHandles.guardWithTest(isGone, MethodHandles.empty(call.type()), call), found);
    }

    /** A handle that links itself when it is first called. */
    static MethodHandle downcall(Lookup lookup, long function, String type, boolean critical) {
        return new LazyDowncall(lookup, function, type, critical).dynamicInvoker();
    }

    /** Generated code catches everything; what it cannot handle (a stack without room) must still not end the JVM. */
    private static void escaped(Throwable failure) {
        try {
            failure.printStackTrace();
        } catch (Throwable nothingLeftToDo) {
            return;
        }
    }
}
