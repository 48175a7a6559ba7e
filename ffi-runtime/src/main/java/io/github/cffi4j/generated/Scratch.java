package io.github.cffi4j.generated;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Complex;
import io.github.cffi4j.ComplexPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.internal.memory.CollectedMemory;
import io.github.cffi4j.internal.memory.Utf8;
import io.github.cffi4j.internal.memory.WideText;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Strings and complex numbers for the time of one call. Only for generated code.
 *
 * <p>A thread has a block of native memory that is used as a stack, so that a call pays for no allocation and calls
 * may nest; what does not fit comes from arenas and is freed on release. There is a bounded number of blocks. The threads
 * that come first have one until they end; a thread that finds none left, such as one of very many virtual threads, takes an
 * arena for each call, until one is free. A scratch is for its thread. A call takes the {@link #mark} before it puts anything
 * there, and releases that in a {@code finally}: an object to close would be one more for each call, which the JIT of Java 17
 * does not remove where code that was never run, as after an exception, closes it as well.
 */
public final class Scratch {
    private static final long BLOCK_SIZE = 8192;
    /** How many blocks there are at most: 2 MB. A power of two. */
    static final int BLOCKS = 256;
    /** How many of them a thread without a block looks at in each call. */
    private static final int TRIES = 4;
    /** Enough for every C scalar that crosses. */
    private static final long ALIGNMENT = 8;

    /** Those with blocks. */
    private static final AtomicReferenceArray<Scratch> OWNED = new AtomicReferenceArray<>(BLOCKS);

    /**
     * What a thread has is a class of the JDK's that refers to its scratch weakly. A thread outlives an application whose
     * class loader this class is from, and would keep it otherwise.
     */
    private static final ThreadLocal<Reference<Scratch>> OWN = new ThreadLocal<>();

    /** {@code null}: all comes from arenas. */
    private final @Nullable CollectedMemory block;

    private final long address;
    private final long size;

    /** What the thread has: gone when the thread is. */
    private WeakReference<Reference<Scratch>> held;

    private long top;
    private @Nullable Overflow overflow;
    private @Nullable Written written;

    /**
     * Memory of the heap.
     *
     * @param start where in the block it would be
     * @param before what was taken before it, if any
     */
    private record Overflow(
            Arena arena, long start, @Nullable Overflow before) {}

    /**
     * Bytes that C may have written to.
     *
     * @param start where the memory was taken
     * @param before what was lent before it, if anything
     */
    private record Written(
            byte[] bytes,
            Segment copy,
            long start,
            @Nullable Written before) {}

    private Scratch(@Nullable CollectedMemory block) {
        this.block = block;
        this.address = block == null ? 0 : block.address();
        this.size = block == null ? 0 : BLOCK_SIZE;
    }

    /** That of this thread, or one for a single call. */
    public static Scratch ofThread() {
        Reference<Scratch> own = OWN.get();
        return own == null ? first() : own.get();
    }

    private static Scratch first() {
        int start = (int) Thread.currentThread().getId();
        for (int i = start; i < start + TRIES; i++) {
            int index = i & BLOCKS - 1;
            Scratch before = OWNED.get(index);
            if (before == null || before.held.get() == null) {
                Scratch own =
                        new Scratch(before == null ? CollectedMemory.allocate(BLOCK_SIZE, ALIGNMENT) : before.block);
                Reference<Scratch> reference = new WeakReference<>(own);
                own.held = new WeakReference<>(reference);
                if (OWNED.compareAndSet(index, before, own)) {
                    OWN.set(reference);
                    return own;
                }
            }
        }
        return new Scratch(null);
    }

    /** Returns true if it has a block, and so stays the thread's. */
    boolean hasBlock() {
        return block != null;
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
    public long utf8(@Nullable String string) {
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
        segment.setNulTerminated(encoded);
        return segment.address();
    }

    /**
     * The address of a string of wide characters and a 0, good until it is released; 0 for {@code null}.
     *
     * @param characterSize 2 or 4; 1 where Windows' {@code TCHAR} is a {@code char}
     * @throws IllegalArgumentException if there is a NUL in it, where C would see its end
     */
    public long wide(@Nullable String string, int characterSize) {
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

    /**
     * The address of data for C to read, good until it is released: of a copy of a {@code byte[]} or of what a buffer on Java's
     * heap has left, of the memory of a direct buffer from its position; 0 for {@code null}.
     *
     * @throws IllegalArgumentException if it is something else; it names function and parameter
     */
    public long data(@Nullable Object data, String function, String parameter) {
        if (data instanceof byte[] || data == null) {
            return bytes((byte[]) data);
        } else if (data instanceof ByteBuffer buffer) {
            return buffer(buffer);
        } else if (data instanceof Pointer pointer) {
            return Pointer.address(pointer);
        }
        throw new IllegalArgumentException(
                Checked.parameter(function, parameter) + " takes a Pointer, a byte[] or a ByteBuffer, and no "
                        + data.getClass().getTypeName());
    }

    private long buffer(ByteBuffer buffer) {
        if (buffer.isDirect()) {
            return Segment.ofBuffer(buffer).address();
        }
        byte[] rest = new byte[buffer.remaining()];
        buffer.duplicate().get(rest);
        return bytes(rest);
    }

    /** The address of a copy of the bytes, good until it is released; 0 for {@code null}. */
    public long bytes(byte @Nullable [] bytes) {
        return bytes == null ? 0 : copy(bytes).address();
    }

    /** The same of bytes that C may write to: they are copied back when it is released. */
    public long written(byte @Nullable [] bytes) {
        if (bytes == null) {
            return 0;
        }
        long start = top;
        Segment copy = copy(bytes);
        written = new Written(bytes, copy, start, written);
        return copy.address();
    }

    private Segment copy(byte[] bytes) {
        // An array of nothing has an address as well.
        Segment copy = allocate(Math.max(1, bytes.length));
        copy.copyFrom(bytes, bytes.length);
        return copy;
    }

    /** Memory for a complex number, not cleared, good until it is released. */
    public ComplexPointer complex() {
        return ComplexPointer.TYPE.at(allocate(ComplexPointer.SIZE));
    }

    /**
     * The address of a complex number, good until it is released.
     *
     * @throws NullPointerException if there is none; it names function and parameter
     */
    public long complex(@Nullable Complex value, String function, String parameter) {
        if (value == null) {
            throw Checked.missing(function, parameter);
        }
        return complex().set(value).address();
    }

    /** Memory that is not cleared, aligned for any C scalar, good until it is released. */
    public Segment allocate(long bytes) {
        long start = (top + ALIGNMENT - 1) & -ALIGNMENT;
        boolean fits = bytes <= size - start;
        // What comes from an arena takes a place here, too, which tells the call it belongs to.
        top = start + (fits ? bytes : ALIGNMENT);
        // One object for both: the JIT removes those only that are made at one place.
        return Segment.ofAddress(fits ? address + start : fromHeap(start, bytes), bytes);
    }

    private long fromHeap(long start, long bytes) {
        // Without a block, a scratch serves one call, for which one arena is enough.
        if (overflow == null || hasBlock()) {
            overflow = new Overflow(Arena.open(), start, overflow);
        }
        return overflow.arena.allocate(bytes, ALIGNMENT).address();
    }

    /** Gives back what was taken since the mark. */
    public void release(long mark) {
        top = mark;
        if (written != null) {
            copyBack();
        }
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

    private void copyBack() {
        while (written != null && written.start >= top) {
            written.copy.copyTo(written.bytes, written.bytes.length);
            written = written.before;
        }
    }

    private void releaseOverflow() {
        while (overflow != null && overflow.start >= top) {
            Overflow last = overflow;
            overflow = last.before;
            last.arena.close();
        }
    }
}
