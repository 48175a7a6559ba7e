package io.github.cffi4j.binding;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Complex;
import io.github.cffi4j.ComplexPointer;
import io.github.cffi4j.memory.Allocator;
import io.github.cffi4j.memory.Lifetime;
import io.github.cffi4j.memory.Segment;
import io.github.cffi4j.memory.Utf8;
import io.github.cffi4j.memory.WideText;

/**
 * Strings and complex numbers for the time of one call. Only for generated code.
 *
 * <p>Each thread has a block of native memory that is used as a stack, so that a call pays for no allocation and calls
 * may nest; what does not fit comes from the heap and is freed on release. The block is freed some time after its thread
 * has ended. A scratch is for its thread. A call takes the {@link #mark} before it puts anything there, and releases that
 * in a {@code finally}: an object to close would be one more for each call, which the JIT of Java 17 does not remove where
 * code that was never run, as after an exception, closes it as well.
 */
public final class Scratch {
    private static final long BLOCK_SIZE = 8192;
    /** Enough for every C scalar that crosses. */
    private static final long ALIGNMENT = 8;

    /** Without a lambda: the first of a JVM costs it 9 ms. */
    private static final ThreadLocal<Scratch> SCRATCHES = new ThreadLocal<>() {
        @Override
        protected Scratch initialValue() {
            return new Scratch();
        }
    };

    private final Segment block = Allocator.collected().allocate(BLOCK_SIZE, ALIGNMENT);
    private final long address = block.address();
    private long top;
    private Overflow overflow;

    /**
     * Memory of the heap.
     *
     * @param start where in the block it would be
     * @param before what was taken before it, if any
     */
    private record Overflow(Arena arena, long start, Overflow before) {}

    private Scratch() {}

    /** That of this thread. */
    public static Scratch ofThread() {
        return SCRATCHES.get();
    }

    /** How far it is in use, for {@link #release}. */
    public long mark() {
        return top;
    }

    /**
     * The address of a string as C wants it, good until it is released; 0 for {@code null}.
     *
     * @throws IllegalArgumentException if there is a NUL in it, where C would see its end
     */
    public long utf8(String string) {
        if (string == null) {
            return 0;
        }
        if (string.length() <= Utf8.BRIEF) {
            Segment segment = allocate(string.length() + 1L);
            if (segment.setAscii(string)) {
                return segment.address();
            }
        }
        byte[] encoded = Utf8.encode(string);
        Segment segment = allocate(encoded.length + 1L);
        Utf8.write(segment, encoded);
        return segment.address();
    }

    /**
     * The address of a string of wide characters and a 0, good until it is released; 0 for {@code null}.
     *
     * @param characterSize 2 or 4; 1 where Windows' {@code TCHAR} is a {@code char}
     * @throws IllegalArgumentException if there is a NUL in it, where C would see its end
     */
    public long wide(String string, int characterSize) {
        if (string == null) {
            return 0;
        }
        if (characterSize == 1) {
            return utf8(string);
        }
        Object encoded = WideText.encode(string, characterSize);
        long bytes = WideText.byteSize(encoded);
        Segment segment = allocate(bytes);
        segment.copyFrom(encoded, bytes);
        return segment.address();
    }

    /** Memory for a complex number, not cleared, good until it is released. */
    public ComplexPointer complex() {
        return new ComplexPointer(allocate(ComplexPointer.SIZE));
    }

    /**
     * The address of a complex number, good until it is released.
     *
     * @throws NullPointerException if there is none; it names function and parameter
     */
    public long complex(Complex value, String function, String parameter) {
        if (value == null) {
            throw Checked.missing(function, parameter);
        }
        return complex().set(value).address();
    }

    /** Memory that is not cleared, aligned for any C scalar, good until it is released. */
    Segment allocate(long bytes) {
        long start = (top + ALIGNMENT - 1) & -ALIGNMENT;
        boolean fits = bytes <= BLOCK_SIZE - start;
        // What comes from the heap takes a place here, too, which tells the call it belongs to.
        top = start + (fits ? bytes : ALIGNMENT);
        // One object for both: the JIT removes those only that are made at one place.
        return new Segment(fits ? address + start : fromHeap(start, bytes), bytes, Lifetime.UNKNOWN);
    }

    private long fromHeap(long start, long bytes) {
        Arena arena = Arena.open();
        overflow = new Overflow(arena, start, overflow);
        return arena.allocate(bytes, ALIGNMENT).address();
    }

    /** Gives back what was taken since the mark. */
    public void release(long mark) {
        top = mark;
        if (overflow != null) {
            releaseOverflow();
        }
    }

    /** How many strings are in memory of the heap. */
    int onHeap() {
        int count = 0;
        for (Overflow one = overflow; one != null; one = one.before) {
            count++;
        }
        return count;
    }

    private void releaseOverflow() {
        while (overflow != null && overflow.start >= top) {
            Overflow last = overflow;
            overflow = last.before;
            last.arena.close();
        }
    }
}
