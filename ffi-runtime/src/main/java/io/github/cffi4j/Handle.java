package io.github.cffi4j;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pointers that stand for Java objects: pass one to C as {@code void *user_data}, and C passes it back.
 *
 * <pre>{@code
 * Pointer state = Handle.of(arena, names);              // to C
 * List<?> names = Handle.get(state, List.class);        // in the callback
 * }</pre>
 *
 * <p>A handle points to no memory. The object stays reachable until the arena closes. No address is used twice, so a
 * handle whose arena was closed is always detected. Thread-safe.
 */
public final class Handle {
    private static final long STEP = 16;

    /**
     * An address at which no system has memory for programs, so that a C program that dereferences a handle crashes at
     * once. It is aligned like C's own pointers. With 32 bits there is no such address.
     */
    private static final long FIRST = Segment.ADDRESS_SIZE == Long.BYTES ? 1L << 48 : STEP;

    private static final long MOST = Segment.ADDRESS_SIZE == Long.BYTES ? Long.MAX_VALUE : 0xFFFF_FFFFL;

    private static final AtomicLong NEXT = new AtomicLong(FIRST);
    private static final Map<Long, Object> OBJECTS = new ConcurrentHashMap<>();

    private Handle() {}

    /**
     * Makes a handle for an object. It is valid until the arena closes.
     *
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     */
    public static Pointer of(Arena arena, Object object) {
        long address = NEXT.getAndAdd(STEP);
        if (address > MOST) {
            throw new IllegalStateException("a process with addresses of 32 bits has no more handles than 268 million");
        }
        Segment nothing = new Segment(address, 0, arena.lifetime());
        arena.onClose(() -> OBJECTS.remove(address));
        OBJECTS.put(address, object);
        return new Pointer(nothing);
    }

    /**
     * Returns the object that a handle stands for.
     *
     * @throws IllegalStateException if the pointer is not a handle, or its arena was closed
     * @throws ClassCastException if the object is of another class
     * @throws NullPointerException if the pointer is {@code null}
     */
    public static <T> T get(Pointer handle, Class<T> type) {
        Object object = OBJECTS.get(Objects.requireNonNull(handle, "NULL is no handle of a Java object")
                .address());
        if (object == null) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "0x%x is no handle of a Java object, or its arena was closed", handle.address()));
        }
        if (!type.isInstance(object)) {
            throw new ClassCastException(String.format(
                    Locale.ROOT,
                    "the handle stands for a %s, not for a %s",
                    object.getClass().getName(),
                    type.getName()));
        }
        return type.cast(object);
    }
}
