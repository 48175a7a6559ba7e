package io.github.cffi4j.generated;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * A call of a function of a system's library, looked up and linked when it is first made. Two threads may both link it, to the
 * same effect. Without lambdas, streams and joined texts: each costs milliseconds in a JVM that has just started.
 */
final class SystemCall extends MutableCallSite {
    private final Lookup lookup;
    private final SystemLibrary library;
    private final String cName;
    private final String shape;

    SystemCall(Lookup lookup, SystemLibrary library, String cName, String type, String shape) {
        super(MethodType.fromMethodDescriptorString(type, lookup.lookupClass().getClassLoader()));
        this.lookup = lookup;
        this.library = library;
        this.cName = cName;
        this.shape = shape;
        setTarget(MethodHandles.foldArguments(MethodHandles.exactInvoker(type()), linker()));
    }

    private MethodHandle linker() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(SystemCall.class, "linked", MethodType.methodType(MethodHandle.class))
                    .bindTo(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this class", e);
        }
    }

    private MethodHandle linked() {
        if (LastError.told(cName)) {
            MethodHandle target = LastError.handle(library.calls(), cName, type());
            setTarget(target);
            return target;
        }
        // A function without a name is the one that the first argument points to.
        long address = cName.isEmpty() ? 0 : library.address(cName);
        CallShape types = CallShape.of(shape, library.values());
        MethodHandle target = types.fixed() < 0
                ? library.calls().link(lookup, address, type(), types)
                : new VariadicCall(library.calls(), lookup, address, type(), types).handle();
        setTarget(target);
        return target;
    }
}
