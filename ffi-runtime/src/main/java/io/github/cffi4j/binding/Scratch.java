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
 * may nest; what does not fit comes from the heap and is freed on closing. The block is freed some time after its thread
 * has ended. A scratch is for the thread that opened it, and for a {@code try}.
 */
public final class Scratch implements AutoCloseable {
    private static final long BLOCK_SIZE = 8192;
    /** Enough for every C scalar that crosses. */
    private static final long ALIGNMENT = 8;

    /** Without a lambda: the first of a JVM costs it 9 ms. */
    private static final ThreadLocal<Block> BLOCKS = new ThreadLocal<>() {
        @Override
        protected Block initialValue() {
            return new Block();
        }
    };

    private final Block block;
    private final long bottom;
    private Arena overflow;

    private Scratch(Block block) {
        this.block = block;
        this.bottom = block.top;
    }

    /** The part of this thread's block that is still free. */
    public static Scratch open() {
        return new Scratch(BLOCKS.get());
    }

    /**
     * The address of a string as C wants it, good until this scratch closes; 0 for {@code null}.
     *
     * @throws IllegalArgumentException if there is a NUL in it, where C would see its end
     */
    public long utf8(String string) {
        if (string == null) {
            return 0;
        }
        byte[] encoded = Utf8.encode(string);
        Segment segment = allocate(encoded.length + 1L);
        Utf8.write(segment, encoded);
        return segment.address();
    }

    /**
     * The address of a string of wide characters and a 0, good until this scratch closes; 0 for {@code null}.
     *
     * @param characterSize 2 or 4
     * @throws IllegalArgumentException if there is a NUL in it, where C would see its end
     */
    public long wide(String string, int characterSize) {
        if (string == null) {
            return 0;
        }
        Object encoded = WideText.encode(string, characterSize);
        long bytes = WideText.byteSize(encoded);
        Segment segment = allocate(bytes);
        segment.copyFrom(encoded, bytes);
        return segment.address();
    }

    /** Memory for a complex number, not cleared, good until this scratch closes. */
    public ComplexPointer complex() {
        return new ComplexPointer(allocate(ComplexPointer.SIZE));
    }

    /**
     * The address of a complex number, good until this scratch closes.
     *
     * @throws NullPointerException if there is none; it names function and parameter
     */
    public long complex(Complex value, String function, String parameter) {
        if (value == null) {
            throw Checked.missing(function, parameter);
        }
        return complex().set(value).address();
    }

    /** Memory that is not cleared, aligned for any C scalar, good until this scratch closes. */
    Segment allocate(long bytes) {
        long start = (block.top + ALIGNMENT - 1) & -ALIGNMENT;
        boolean fits = bytes <= BLOCK_SIZE - start;
        if (fits) {
            block.top = start + bytes;
        }
        // One object for both: the JIT removes those only that are made at one place.
        return new Segment(fits ? block.address + start : fromHeap(bytes), bytes, Lifetime.UNKNOWN);
    }

    private long fromHeap(long bytes) {
        if (overflow == null) {
            overflow = Arena.open();
        }
        return overflow.allocate(bytes, ALIGNMENT).address();
    }

    @Override
    public void close() {
        block.top = bottom;
        if (overflow != null) {
            overflow.close();
        }
    }

    private static final class Block {
        final Segment memory = Allocator.collected().allocate(BLOCK_SIZE, ALIGNMENT);
        final long address = memory.address();
        long top;
    }
}
