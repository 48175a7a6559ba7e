package io.github.cffi4j.generated;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * A way to call libraries of the user's system without C of the binding's own: {@code java.lang.foreign}, or the engine of
 * {@code ffi-engine}, which is found by its name. For any thread.
 */
public interface SystemCalls {
    /** A library that is open for as long as this object is reachable. */
    interface Library {
        /** Returns the address of a function or variable, 0 if there is none of that name. */
        long find(String symbol);
    }

    /**
     * A C function that runs Java code.
     *
     * @param owner keeps the function as long as it is reachable
     */
    record Upcall(long address, Object owner) {}

    /**
     * Opens a library.
     *
     * @param lookup of the generated class, in whose module's name this is done
     * @param name as the system's loader takes it
     * @throws UnsatisfiedLinkError if the loader refuses it, in the loader's own words
     */
    Library open(Lookup lookup, String name);

    /** Returns the C library of this process. */
    Library process(Lookup lookup);

    /** Returns the address of this thread's {@code errno}, as the last call that keeps it left it. */
    long errno();

    /** Returns this thread's last error of Windows, as the last call that keeps it left it. */
    int lastError();

    /** Sets the last error of Windows that this thread's next call that keeps it begins with. */
    void lastError(int value);

    /**
     * Makes a handle that calls a function.
     *
     * @param function its address; 0 if that is the first argument of each call
     * @param type of the handle: integers and addresses as {@code int} or {@code long}, a struct as the address of its bytes,
     *     and a struct that is returned as one more argument, the last, which is the address of memory for it
     * @param shape the types in C; a variadic function's have the arguments of this call
     * @throws UnsupportedOperationException if no function of these types can be called
     */
    MethodHandle link(Lookup lookup, long function, MethodType type, CallShape shape);

    /**
     * Returns calls of functions of integers and addresses; {@code null} if there are only handles.
     *
     * @param errno whether they keep {@code errno}
     */
    default @Nullable DirectCalls direct(boolean errno) {
        return null;
    }

    /**
     * Makes a C function.
     *
     * @param entry what it runs; the generated class keeps it
     * @param number that the entry gets
     */
    Upcall upcall(Lookup lookup, SystemEntry entry, int number, CallShape shape);
}
