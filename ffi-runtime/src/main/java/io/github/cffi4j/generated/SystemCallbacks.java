package io.github.cffi4j.generated;

import io.github.cffi4j.Segment;
import io.github.cffi4j.internal.memory.Retention;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;

/**
 * C functions that run Java code, of a binding without glue. They look like those of glue: a table of functions, of which each
 * gives its number and the address of its slots to one Java method; the result comes back in the first slot.
 */
final class SystemCallbacks {
    /** So many are made at a time. By java.lang.foreign, each costs some 50 us and some 500 bytes. */
    private static final int COUNT = 64;

    private static final int TABLE_BYTES = 2 * Long.BYTES + Integer.BYTES;

    private final SystemCalls calls;
    private final Lookup lookup;
    private final SystemEntry entry;
    private final CallShape shape;

    /**
     * The functions of one type.
     *
     * @param entry what they run
     */
    SystemCallbacks(SystemCalls calls, Lookup lookup, SystemEntry entry, CallShape shape) {
        this.calls = calls;
        this.lookup = lookup;
        this.entry = entry;
        this.shape = shape;
    }

    /**
     * Makes functions; they stay as long as the class.
     *
     * @param first the number of the first
     * @return the address of their {@code struct ffi_stubs}
     */
    long table(int first) {
        Segment functions = Segment.allocate((long) COUNT * Long.BYTES, Long.BYTES);
        Segment states = Segment.allocate(Long.BYTES + (long) COUNT * Slot.BYTES, Long.BYTES);
        Segment table = Segment.allocate(TABLE_BYTES, Long.BYTES);
        table.setLong(0, functions.address());
        table.setLong(Long.BYTES, states.address());
        table.setInt(2L * Long.BYTES, COUNT);
        Class<?> owner = lookup.lookupClass();
        Retention.keep(owner, entry);
        for (int i = 0; i < COUNT; i++) {
            SystemCalls.Upcall function = calls.upcall(lookup, entry, first + i, shape);
            Retention.keep(owner, function.owner());
            functions.setLong((long) i * Long.BYTES, function.address());
            states.setLong(Long.BYTES + (long) i * Slot.BYTES, 0);
            states.setInt(Long.BYTES + (long) i * Slot.BYTES, first + i);
        }
        Retention.keep(owner, functions);
        Retention.keep(owner, states);
        Retention.keep(owner, table);
        VarHandle.releaseFence();
        return table.address();
    }
}
