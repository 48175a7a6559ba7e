package io.github.cffi4j.internal.memory;

/**
 * How long a stretch of native memory may be used, by which thread, and whether it may be written. It ends at most once,
 * and says why it did.
 *
 * <p>Any thread may ask. Memory of one thread is refused to all others, so nobody uses it while it is freed. Memory for all
 * threads stays until this object is unreachable: a thread that does not yet see the end still finds it there.
 */
public final class Lifetime {
    /** Of memory that somebody else looks after: C, or the operating system. */
    public static final Lifetime UNKNOWN = new Lifetime();

    /** Of memory that C looks after and that is not to be written. */
    public static final Lifetime CONSTANT = new Lifetime(null, null, true);

    /** What must not be collected before this lifetime is: whoever owns the memory. */
    private final Object owner;

    /** The only thread that may use the memory; {@code null} for all. */
    private final Thread user;

    private final boolean readOnly;

    private String end;

    private Lifetime(Object owner, Thread user, boolean readOnly) {
        this.owner = owner;
        this.user = user;
        this.readOnly = readOnly;
    }

    /** A lifetime that has not ended, of memory for all threads. */
    public Lifetime() {
        this(null, null, false);
    }

    /**
     * The lifetime of memory that an object owns.
     *
     * @param owner of a class of the JDK's: buffers keep it reachable, and must not keep our class loader with it
     */
    public static Lifetime of(Object owner) {
        return new Lifetime(owner, null, false);
    }

    /** The same for memory that refuses to be written. */
    public static Lifetime readOnly(Object owner) {
        return new Lifetime(owner, null, true);
    }

    /** The lifetime of memory that is for the current thread alone. */
    public static Lifetime ofThread() {
        return new Lifetime(null, Thread.currentThread(), false);
    }

    /** A new lifetime of the same memory. It keeps the owner reachable. */
    public Lifetime renewed() {
        return new Lifetime(owner, user, readOnly);
    }

    /** Ends the lifetime; the reason completes the sentence "this memory is gone: ...". A second end changes nothing. */
    public void end(String reason) {
        if (ofC()) {
            throw new IllegalStateException("memory that C looks after cannot be ended from Java");
        }
        if (end == null) {
            end = reason;
        }
    }

    /** Returns true if it has not ended. */
    public boolean isOpen() {
        return end == null;
    }

    /** Returns true if the current thread may use the memory. */
    public boolean isUsable() {
        return end == null && (user == null || user == Thread.currentThread());
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /** What a view of the memory has to keep reachable; {@code null} if nothing frees the memory on its own. */
    public Object kept() {
        if (owner != null) {
            return owner;
        }
        return ofC() || user != null ? null : this;
    }

    /** Returns true if nobody in Java knows how long the memory is there. */
    public boolean ofC() {
        return this == UNKNOWN || this == CONSTANT;
    }

    /**
     * Does nothing while the current thread may use the memory.
     *
     * @throws IllegalStateException if it is gone, or another thread's, with the reason
     */
    public void check() {
        if (!isUsable()) {
            throw new IllegalStateException(reason());
        }
    }

    /** Why the memory may not be used. */
    public String reason() {
        return end != null
                ? "this memory is gone: " + end
                : "this memory is from an arena of thread '" + user.getName() + "'; thread '"
                        + Thread.currentThread().getName()
                        + "' cannot use it. Use Arena.openShared() or Arena.automatic() for memory of several threads";
    }
}
