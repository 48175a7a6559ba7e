package io.github.cffi4j;

import io.github.cffi4j.memory.Allocator;
import io.github.cffi4j.memory.Segment;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a pointer points to: makes pointers of class {@code T} from addresses and from new memory. Immutable, for any thread.
 *
 * <p>Each class of pointers has a subclass that calls its constructor. A function for that would be shorter, but the first
 * {@code ::new} costs a JVM that has just started 9 ms, and each further one as much as a class.
 *
 * @param <T> the class of the pointers
 */
public abstract class PointerType<T extends Pointer> {
    /** The element size of types that only C knows: {@code void} and opaque structs. */
    public static final long UNKNOWN_SIZE = -1;

    /** Enough for every C type without an alignment of its own; every heap gives it. */
    private static final long USUAL_ALIGNMENT = 16;

    private final String name;
    private final long elementSize;
    private final long alignment;

    /**
     * @param name for error messages
     * @param elementSize what {@code sizeof(*p)} says, or {@link #UNKNOWN_SIZE}
     */
    protected PointerType(String name, long elementSize) {
        this(name, elementSize, USUAL_ALIGNMENT);
    }

    /**
     * @param name for error messages
     * @param elementSize what {@code sizeof(*p)} says
     * @param alignment what {@code _Alignof(*p)} says; new elements are aligned to 16 bytes or, if it is more, to that
     */
    protected PointerType(String name, long elementSize, long alignment) {
        this.name = name;
        this.elementSize = elementSize;
        this.alignment = Math.max(alignment, USUAL_ALIGNMENT);
    }

    /** The pointer to some memory: calls the constructor of {@code T}. For subclasses to say, and for nobody else to call. */
    protected abstract T of(Segment segment);

    /** What {@code sizeof(*p)} says, in bytes, or {@link #UNKNOWN_SIZE}. */
    public long elementSize() {
        return elementSize;
    }

    /** The pointer at an address; {@code null} for 0. Its bounds are unknown and it keeps nothing alive. */
    public T at(long address) {
        return address == 0 ? null : of(Segment.ofAddress(address));
    }

    /** The same pointer as another type, with the same bounds and lifetime: a C cast. {@code null} for {@code null}. */
    public T at(Pointer pointer) {
        return pointer == null ? null : of(pointer.segment());
    }

    /**
     * {@code p + index}: the element of an array, as a pointer with the bounds of that element.
     *
     * @throws IndexOutOfBoundsException if the memory is known to end before it
     * @throws UnsupportedOperationException if only C knows the size of an element
     */
    public T element(T pointer, long index) {
        requireSize();
        return of(pointer.segment().element(index, elementSize, pointer.getClass()));
    }

    /**
     * {@code p + count}: a pointer to the elements from there on, with the bounds of what is left.
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
     * Makes Java look after a pointer that C gave: the destructor runs once, on closing, or when nothing refers to the
     * pointer any more. {@code null} for {@code null}.
     *
     * @param destructor the function that destroys it, such as {@code Sqlite::sqlite3_close}; it must not refer to
     *     what the result gives
     */
    public Owned<T> owned(T pointer, Consumer<? super T> destructor) {
        return pointer == null ? null : new Owned<>(pointer, destructor, this);
    }

    /** A pointer to one new element of zeros, freed when no Java object refers to it any more. */
    public T allocate() {
        return allocate(Allocator.collected(), 1);
    }

    /** A pointer to new elements of zeros, freed when no Java object refers to them any more. */
    public T allocate(long count) {
        return allocate(Allocator.collected(), count);
    }

    /** A pointer to one new element of zeros, freed with the arena. */
    public T allocate(Allocator allocator) {
        return allocate(allocator, 1);
    }

    /**
     * A pointer to new elements of zeros, freed with the arena. Of no elements, it is a pointer that is bounded to nothing.
     *
     * @throws IllegalArgumentException if the count is negative or too large
     * @throws IllegalStateException if the arena was closed or belongs to another thread
     * @throws UnsupportedOperationException if only C knows the size of an element
     */
    public T allocate(Allocator allocator, long count) {
        if (elementSize < 0) {
            throw new UnsupportedOperationException(
                    name + " cannot be allocated: only C knows its size. Ask the library for one");
        }
        if (count < 0 || count > Long.MAX_VALUE / Math.max(1, elementSize)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "cannot allocate %d elements of %s, %d bytes each", count, name, elementSize));
        }
        return of(allocator.allocate(count * elementSize, alignment));
    }

    /** A pointer to a pointer of this type that holds NULL, freed when no Java object refers to it any more. */
    public Ref<T> ref() {
        return ref(Allocator.collected());
    }

    /** A pointer to a pointer of this type that holds NULL, freed with the arena: an out-parameter. */
    public Ref<T> ref(Allocator allocator) {
        return Ref.type(this).allocate(allocator);
    }

    /** A pointer to so many pointers of this type, all NULL, freed with the arena: an array such as {@code argv}. */
    public Ref<T> ref(Allocator allocator, long count) {
        return Ref.type(this).allocate(allocator, count);
    }

    @Override
    public String toString() {
        return name;
    }
}
