package io.github.cffi4j.generated;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * A call into C that is linked when it is first made: linking takes 10 ms for a shape not seen before. Two threads may both
 * link it, to the same effect.
 */
final class LazyDowncall extends MutableCallSite {
    private static final Linker.Option[] PLAIN = {};
    private static final Linker.Option[] CRITICAL = {Linker.Option.critical(false)};
    /** Java's arrays stay where they are during such a call. */
    private static final Linker.Option[] PINNED = {Linker.Option.critical(true)};

    private final Lookup lookup;
    private final long function;
    private final boolean critical;

    LazyDowncall(Lookup lookup, long function, String type, boolean critical) {
        super(MethodType.fromMethodDescriptorString(type, null));
        this.lookup = lookup;
        this.function = function;
        this.critical = critical;
        setTarget(MethodHandles.foldArguments(MethodHandles.exactInvoker(type()), linker()));
    }

    private MethodHandle linker() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(LazyDowncall.class, "linked", MethodType.methodType(MethodHandle.class))
                    .bindTo(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this class", e);
        }
    }

    private MethodHandle linked() {
        try {
            MethodHandle handle =
                    ForeignLinker.downcall(lookup, MemorySegment.ofAddress(function), descriptor(), options());
            MethodHandle taking = HeapArrays.taken(handle, type());
            setTarget(taking);
            return taking;
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    private Linker.Option[] options() {
        if (!critical) {
            return PLAIN;
        }
        return type().parameterList().stream().anyMatch(Class::isArray) ? PINNED : CRITICAL;
    }

    private FunctionDescriptor descriptor() {
        MemoryLayout[] parameters =
                type().parameterList().stream().map(LazyDowncall::layout).toArray(MemoryLayout[]::new);
        return type().returnType() == void.class
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(type().returnType()), parameters);
    }

    private static MemoryLayout layout(Class<?> type) {
        if (type == int.class) {
            return ValueLayout.JAVA_INT;
        } else if (type == long.class) {
            return ValueLayout.JAVA_LONG;
        } else if (type == double.class) {
            return ValueLayout.JAVA_DOUBLE;
        } else if (type == float.class) {
            return ValueLayout.JAVA_FLOAT;
        } else if (type == boolean.class) {
            return ValueLayout.JAVA_BOOLEAN;
        } else if (type.isArray()) {
            return ValueLayout.ADDRESS;
        }
        throw new IllegalArgumentException("generated code passes no " + type.getName());
    }
}
