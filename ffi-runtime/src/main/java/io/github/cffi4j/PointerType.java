package io.github.cffi4j;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A type of pointers: makes pointers of class {@code T} from addresses and from new memory. Immutable; any thread may
 * use it.
 *
 * <p>Each class of pointers has a subclass that calls its constructor. A function would be shorter, but the first
 * {@code ::new} costs 9 ms in a JVM that has just started, and each further one as much as a class.
 *
 * @param <T> the class of the pointers
 */
public abstract class PointerType<T extends Pointer> {
    /** The element size of types that only C knows: {@code void} and opaque structs. */
    public static final long UNKNOWN_SIZE = -1;

    /** Enough for every C type without an alignment of its own. Every heap provides it. */
    private static final long USUAL_ALIGNMENT = 16;

    private final String name;
    private final long elementSize;
    private final long alignment;

    /**
     * Creates a type whose elements need no special alignment.
     *
     * @param name the name for error messages
     * @param elementSize {@code sizeof(*p)}, or {@link #UNKNOWN_SIZE}
     */
    protected PointerType(String name, long elementSize) {
        this(name, elementSize, USUAL_ALIGNMENT);
    }

    /**
     * Creates a type whose elements have an alignment of their own.
     *
     * @param name the name for error messages
     * @param elementSize {@code sizeof(*p)}
     * @param alignment {@code _Alignof(*p)}; new elements are aligned to at least 16 bytes
     */
    protected PointerType(String name, long elementSize, long alignment) {
        this.name = name;
        this.elementSize = elementSize;
        this.alignment = Math.max(alignment, USUAL_ALIGNMENT);
    }

    /** Returns a new pointer to some memory, by the constructor of {@code T}. Only this class calls it. */
    protected abstract T of(Segment segment);

    /** Returns {@code sizeof(*p)} in bytes, or {@link #UNKNOWN_SIZE}. */
    public long elementSize() {
        return elementSize;
    }

    /** Returns a pointer with an address; {@code null} for 0. Its bounds are unknown and it keeps nothing alive. */
    public @Nullable T at(long address) {
        return address == 0 ? null : of(Segment.ofAddress(address));
    }

    /**
     * Returns the same pointer as this type, with its bounds and lifetime, like a C cast; {@code null} for
     * {@code null}.
     */
    public @Nullable T at(@Nullable Pointer pointer) {
        return pointer == null ? null : of(pointer.segment());
    }

    /** Returns a pointer to the start of a segment, with its bounds and lifetime. */
    public T at(Segment segment) {
        return of(segment);
    }

    /**
     * Returns {@code p + index}: a pointer to one element of an array, with the bounds of that element.
     *
     * @throws IndexOutOfBoundsException if the memory is known to end before it
     * @throws UnsupportedOperationException if only C knows the size of an element
     */
    public T element(T pointer, long index) {
        requireSize();
        return of(pointer.segment().element(index, elementSize, pointer.getClass()));
    }

    /**
     * Returns {@code p + count}: a pointer to the elements from there on, with the bounds of the rest.
     *
     * @throws IndexOutOfBoundsException if the memory is known to end before it
     * @throws UnsupportedOperationException if only C knows the size of an element
     */
    public T plus(T pointer, long count) {
        requireSize();
        return of(pointer.segment().from(Math.multiplyExact(count, elementSize)));
    }

    private void requireSize() {
        if (elementSize < 0) {
            throw new UnsupportedOperationException("only C knows the size of a " + name + ", so none follows another");
        }
    }

    /**
     * Makes Java destroy a pointer from C. The destructor runs once: on closing, or when nothing refers to the pointer
     * of the result any more. Returns {@code null} for {@code null}.
     *
     * @param destructor the function that destroys it, such as {@code Sqlite::sqlite3_close}; it must not refer to the
     *     pointer of the result
     */
    public @Nullable Owned<T> owned(@Nullable T pointer, Consumer<? super T> destructor) {
        return pointer == null ? null : new Owned<>(pointer, destructor, this);
    }

    /** Allocates one zeroed element. It is freed when no Java object refers to it any more. */
    public T allocate() {
        return allocate(1);
    }

    /** Allocates zeroed elements. They are freed when no Java object refers to them any more. */
    public T allocate(long count) {
        requireAllocatable(count);
        return of(Segment.allocate(count * elementSize, alignment));
    }

    /** Allocates one zeroed element. It is freed with the arena. */
    public T allocate(Allocator allocator) {
        return allocate(allocator, 1);
    }

    /**
     * Allocates zeroed elements. They are freed with the arena. A pointer to no elements has an address and no room.
     *
     * @throws IllegalArgumentException if the count is negative or too large
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     * @throws UnsupportedOperationException if only C knows the size of an element
     */
    public T allocate(Allocator allocator, long count) {
        requireAllocatable(count);
        return of(allocator.allocate(count * elementSize, alignment));
    }

    private void requireAllocatable(long count) {
        if (elementSize < 0) {
            throw new UnsupportedOperationException(
                    name + " cannot be allocated: only C knows its size. Ask the library for one");
        }
        if (count < 0 || count > Long.MAX_VALUE / Math.max(1, elementSize)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "cannot allocate %d elements of %s, %d bytes each", count, name, elementSize));
        }
    }

    /** Allocates an out-parameter that holds NULL at first. It is freed when no Java object refers to it any more. */
    public Ref<T> ref() {
        return Ref.type(this).allocate();
    }

    /** Allocates an out-parameter that holds NULL at first. It is freed with the arena. */
    public Ref<T> ref(Allocator allocator) {
        return Ref.type(this).allocate(allocator);
    }

    /** Allocates an array of pointers, such as {@code argv}, all NULL at first. It is freed with the arena. */
    public Ref<T> ref(Allocator allocator, long count) {
        return Ref.type(this).allocate(allocator, count);
    }

    @Override
    public String toString() {
        return name;
    }
}
