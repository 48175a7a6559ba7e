package io.github.cffi4j.benchmark.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * {@code sun.misc.Unsafe} by constant method handles, which the JIT compiles to the same instructions: its name in a source
 * is a warning that nothing turns off.
 */
final class RawMemory {
    private static final MethodHandle ALLOCATE = method("allocateMemory", long.class, long.class);
    private static final MethodHandle FREE = method("freeMemory", void.class, long.class);
    private static final MethodHandle GET_INT = method("getInt", int.class, long.class);
    private static final MethodHandle PUT_INT = method("putInt", void.class, long.class, int.class);
    private static final MethodHandle PUT_LONG = method("putLong", void.class, long.class, long.class);
    private static final MethodHandle PUT_DOUBLE = method("putDouble", void.class, long.class, double.class);
    private static final MethodHandle COPY =
            method("copyMemory", void.class, Object.class, long.class, Object.class, long.class, long.class);
    private static final long INTS = ints();

    private RawMemory() {}

    static long allocate(long bytes) {
        try {
            return (long) ALLOCATE.invokeExact(bytes);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static void free(long address) {
        try {
            FREE.invokeExact(address);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int getInt(long address) {
        try {
            return (int) GET_INT.invokeExact(address);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static void putInt(long address, int value) {
        try {
            PUT_INT.invokeExact(address, value);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static void putLong(long address, long value) {
        try {
            PUT_LONG.invokeExact(address, value);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static void putDouble(long address, double value) {
        try {
            PUT_DOUBLE.invokeExact(address, value);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static void copy(int[] from, long to) {
        try {
            COPY.invokeExact((Object) from, INTS, (Object) null, to, (long) from.length * Integer.BYTES);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static MethodHandle method(String name, Class<?> result, Class<?>... parameters) {
        try {
            Object unsafe = unsafe();
            return MethodHandles.publicLookup()
                    .findVirtual(unsafe.getClass(), name, MethodType.methodType(result, parameters))
                    .bindTo(unsafe);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static long ints() {
        try {
            return (int) method("arrayBaseOffset", int.class, Class.class).invokeExact(int[].class);
        } catch (Throwable e) {
            throw new LinkageError("arrayBaseOffset", e);
        }
    }

    private static Object unsafe() throws ReflectiveOperationException {
        Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        field.setAccessible(true);
        return field.get(null);
    }
}
