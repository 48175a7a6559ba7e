package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Turns objects of an interface of the user's into callbacks. */
final class TypedCallback {
    private final Class<?> type;
    private final MethodHandle method;
    /** For each parameter that an interface of a struct's fields stands for. */
    private final @Nullable StructType<?>[] structs;

    /**
     * @param cdef that has the structs of its parameters
     * @param lookup that may see the interface
     * @throws IllegalAccessException if it may not
     */
    TypedCallback(Class<?> type, Method method, Cdef cdef, MethodHandles.Lookup lookup) throws IllegalAccessException {
        this.type = type;
        this.structs = new StructType<?>[method.getParameterCount()];
        for (int i = 0; i < structs.length; i++) {
            Class<?> declared = method.getParameterTypes()[i];
            structs[i] = declared.isInterface() ? cdef.anyType(declared) : null;
        }
        this.method = lookup.unreflect(method)
                .asSpreader(Object[].class, method.getParameterCount())
                .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
    }

    /** Returns the callback, or what needs no change: {@code null}, and function pointers. */
    @Nullable Object of(@Nullable Object code) {
        return type.isInstance(code) ? (Callback) arguments -> run(code, arguments) : code;
    }

    private @Nullable Object run(@Nullable Object code, Object[] arguments) {
        for (int i = 0; i < structs.length; i++) {
            StructType<?> struct = structs[i];
            arguments[i] = struct == null ? arguments[i] : struct.at((Pointer) arguments[i]);
        }
        try {
            return method.invokeExact(code, arguments);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** Throws what the code threw, checked or not: languages other than Java have no checked exceptions. */
    @SuppressWarnings("unchecked") // Erased: nothing is cast.
    static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
