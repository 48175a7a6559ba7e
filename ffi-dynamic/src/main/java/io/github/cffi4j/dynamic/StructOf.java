package io.github.cffi4j.dynamic;

/**
 * The base of interfaces of a struct's or union's fields:
 *
 * <pre>{@code
 * interface pixel_t extends StructOf<pixel_t> {
 *     int r();
 *     pixel_t r(int value);
 * }
 * pixels.type(pixel_t.class).allocate(arena).r(255);
 * }</pre>
 *
 * <p>A method without parameters reads the field of its name. One with one parameter sets it, and returns the interface or
 * nothing. The interface has the name of the struct or its typedef, or a {@link CName}. Objects are views of C's memory, and
 * can be passed wherever a {@link StructView} can.
 *
 * @param <T> the interface itself
 */
public interface StructOf<T extends StructOf<T>> {
    /**
     * Returns an element of the array that this points to.
     *
     * @throws IndexOutOfBoundsException if the memory is known to end before it
     */
    T get(long index);

    /** Returns this object as the class that it is, which is a pointer as well. */
    StructView view();
}
