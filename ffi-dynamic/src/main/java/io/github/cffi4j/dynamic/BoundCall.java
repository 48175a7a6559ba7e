package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.dynamic.generated.BoundFunction;
import org.jspecify.annotations.Nullable;

/** A function of a library, called by the class of an interface. */
final class BoundCall extends BoundFunction {
    private final CFunction function;
    private final @Nullable TypedCallback[] callbacks;
    private final @Nullable StructType<?> result;
    private final boolean spreads;

    /**
     * @param callbacks for each parameter that an interface of the user's stands for
     * @param result the struct whose interface the method returns, if it does
     * @param spreads whether the last argument is an array of variadic arguments
     */
    BoundCall(
            CFunction function, @Nullable TypedCallback[] callbacks, @Nullable StructType<?> result, boolean spreads) {
        this.function = function;
        this.callbacks = callbacks;
        this.result = result;
        this.spreads = spreads;
    }

    @Override
    public long entry() {
        return function.liveAddress();
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments) {
        for (int i = 0; i < callbacks.length; i++) {
            TypedCallback callback = callbacks[i];
            if (callback != null) {
                arguments[i] = callback.of(arguments[i]);
            }
        }
        Object returned = function.call(spreads ? spread(arguments) : arguments);
        return result == null ? returned : result.at((Pointer) returned);
    }

    private static @Nullable Object[] spread(@Nullable Object[] arguments) {
        int fixed = arguments.length - 1;
        Object given = arguments[fixed];
        Object[] more = given == null ? new Object[1] : (Object[]) given;
        Object[] all = new Object[fixed + more.length];
        System.arraycopy(arguments, 0, all, 0, fixed);
        System.arraycopy(more, 0, all, fixed, more.length);
        return all;
    }
}
