package io.github.cffi4j.memory;

/**
 * How long a stretch of native memory may be used. It ends at most once, and says why it did.
 *
 * <p>Any thread may ask. The end is seen at once by the thread that brought it about, by others only after they
 * synchronised with it: a thread that shares memory must not still use it while another frees it.
 */
public final class Lifetime {
    /** Of memory that somebody else looks after: C, or the operating system. */
    public static final Lifetime UNKNOWN = new Lifetime();

    /** What must not be collected before this lifetime is: whoever owns the memory. */
    private final Object owner;

    private String end;

    /** A lifetime that has not ended. */
    public Lifetime() {
        this(null);
    }

    /** The lifetime of what an object owns. */
    Lifetime(Object owner) {
        this.owner = owner;
    }

    /** Ends the lifetime; the reason completes the sentence "this memory is gone: ...". A second end changes nothing. */
    public void end(String reason) {
        if (this == UNKNOWN) {
            throw new IllegalStateException("memory that C looks after cannot be ended from Java");
        }
        if (end == null) {
            end = reason;
        }
    }

    /** Whether the memory may still be used. */
    public boolean isOpen() {
        return end == null;
    }

    /**
     * Does nothing while the memory may be used.
     *
     * @throws IllegalStateException if it is gone, with the reason
     */
    public void check() {
        if (end != null) {
            throw new IllegalStateException(reason());
        }
    }

    /** Why the memory may not be used any more. */
    String reason() {
        return "this memory is gone: " + end;
    }
}
