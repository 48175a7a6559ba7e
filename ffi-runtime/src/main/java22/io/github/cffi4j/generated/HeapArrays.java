package io.github.cffi4j.generated;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Objects;

/** Java's arrays as arguments of critical calls, which go to C without a copy. */
final class HeapArrays {
    private HeapArrays() {}

    /** The handle with arrays where the type has some and the handle takes segments; {@code null} is NULL. */
    static MethodHandle taken(MethodHandle handle, MethodType type) throws ReflectiveOperationException {
        MethodHandle taking = handle;
        for (int i = 0; i < type.parameterCount(); i++) {
            if (type.parameterType(i).isArray()) {
                taking = MethodHandles.filterArguments(taking, i, segment(type.parameterType(i)));
            }
        }
        return taking;
    }

    private static MethodHandle segment(Class<?> array) throws ReflectiveOperationException {
        Lookup lookup = MethodHandles.publicLookup();
        MethodHandle isNull = lookup.findStatic(
                        Objects.class, "isNull", MethodType.methodType(boolean.class, Object.class))
                .asType(MethodType.methodType(boolean.class, array));
        MethodHandle nothing =
                MethodHandles.dropArguments(MethodHandles.constant(MemorySegment.class, MemorySegment.NULL), 0, array);
        return MethodHandles.guardWithTest(
                isNull,
                nothing,
                lookup.findStatic(MemorySegment.class, "ofArray", MethodType.methodType(MemorySegment.class, array)));
    }
}
