package io.github.cffi4j.generated;

import io.github.cffi4j.Segment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;

/** The functions of a library, for calls by java.lang.foreign. Only for Java 22 and later. Immutable. */
public final class Downcalls {
    private final Lookup lookup;
    private final Segment functions;

    /**
     * @param lookup that of the generated class, in whose module's name calls are linked
     * @param functions the address of the table of the glue's functions
     */
    public Downcalls(Lookup lookup, long functions) {
        this.lookup = lookup;
        this.functions = Segment.ofAddress(functions);
    }

    /**
     * A handle that links itself when it is first called.
     *
     * @param index of the function in the table
     * @param type a method descriptor of {@code int}, {@code long}, {@code float}, {@code double} and {@code boolean}
     */
    public MethodHandle handle(int index, String type) {
        return ForeignLinker.downcall(lookup, address(index), type, false);
    }

    /**
     * The same for a function that is short, never blocks and never calls back: the JVM takes no note of the call. The
     * type may have arrays of numbers, whose elements C then gets the address of.
     */
    public MethodHandle criticalHandle(int index, String type) {
        return ForeignLinker.downcall(lookup, address(index), type, true);
    }

    /** What a handle threw: an error of the JVM, since C throws nothing. */
    public static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        throw new IllegalStateException("calls into C throw no checked exceptions", thrown);
    }

    private long address(int index) {
        return functions.getAddress((long) index * Segment.ADDRESS_SIZE);
    }
}
