package io.github.cffi4j.dynamic;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Turns objects of an interface of the user's into callbacks. */
final class TypedCallback {
    private final Class<?> type;
    private final MethodHandle method;

    /**
     * @param lookup that may see the interface
     * @throws IllegalAccessException if it may not
     */
    TypedCallback(Class<?> type, Method method, MethodHandles.Lookup lookup) throws IllegalAccessException {
        this.type = type;
        this.method = lookup.unreflect(method)
                .asSpreader(Object[].class, method.getParameterCount())
                .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
    }

    /** Returns the callback, or what needs no change: {@code null}, and function pointers. */
    @Nullable Object of(@Nullable Object code) {
        return type.isInstance(code) ? (Callback) arguments -> run(code, arguments) : code;
    }

    private @Nullable Object run(@Nullable Object code, Object[] arguments) throws Exception {
        try {
            return method.invokeExact(code, arguments);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
