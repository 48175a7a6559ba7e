package io.github.cffi4j.generated;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import org.jspecify.annotations.Nullable;

/**
 * Calls by the engine, which starts quickly. A function that is called often goes over to java.lang.foreign if that is quicker: a
 * critical one, or one that takes or returns structs. Those that keep {@code errno} stay, since each has its own. For any thread.
 */
final class AutomaticCalls implements SystemCalls {
    /** So often a function is called before it is linked once more, as callbacks of glue are. */
    static final int PATIENCE = 1_000_000;

    private final SystemCalls engine;
    private final SystemCalls foreign;

    AutomaticCalls(SystemCalls engine, SystemCalls foreign) {
        this.engine = engine;
        this.foreign = foreign;
    }

    @Override
    public Library open(Lookup lookup, String name) {
        return engine.open(lookup, name);
    }

    @Override
    public Library process(Lookup lookup) {
        return engine.process(lookup);
    }

    @Override
    public long errno() {
        return engine.errno();
    }

    @Override
    public int lastError() {
        return engine.lastError();
    }

    @Override
    public void lastError(int value) {
        engine.lastError(value);
    }

    @Override
    public @Nullable DirectCalls direct(boolean errno) {
        return engine.direct(errno);
    }

    @Override
    public Upcall upcall(Lookup lookup, SystemEntry entry, int number, CallShape shape) {
        return engine.upcall(lookup, entry, number, shape);
    }

    @Override
    public MethodHandle link(Lookup lookup, long function, MethodType type, CallShape shape) {
        MethodHandle call = engine.link(lookup, function, type, shape);
        return gains(shape) ? new Counted(lookup, function, type, shape, call).dynamicInvoker() : call;
    }

    private static boolean gains(CallShape shape) {
        if (shape.errno() || shape.fixed() >= 0) {
            return false;
        }
        boolean structs = shape.result() instanceof CallType.Composite;
        for (CallType parameter : shape.parameters()) {
            structs |= parameter instanceof CallType.Composite;
        }
        return structs || shape.critical();
    }

    /** A call that is counted while the engine makes it. Lost counts do not matter. */
    private final class Counted extends MutableCallSite {
        private final Lookup lookup;
        private final long function;
        private final CallShape shape;
        private final MethodHandle call;
        private int left = PATIENCE;

        Counted(Lookup lookup, long function, MethodType type, CallShape shape, MethodHandle call) {
            super(type);
            this.lookup = lookup;
            this.function = function;
            this.shape = shape;
            this.call = call;
            try {
                MethodHandle count = MethodHandles.lookup()
                        .findVirtual(Counted.class, "count", MethodType.methodType(void.class))
                        .bindTo(this);
                setTarget(MethodHandles.foldArguments(call, count));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a method of this class", e);
            }
        }

        private void count() {
            if (--left == 0) {
                setTarget(foreignCall());
            }
        }

        /** Returns the call by java.lang.foreign, or the engine's if java.lang.foreign cannot pass some type. */
        private MethodHandle foreignCall() {
            try {
                return foreign.link(lookup, function, type(), shape);
            } catch (UnsupportedOperationException unusual) {
                return call;
            }
        }
    }
}
