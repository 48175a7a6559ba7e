package io.github.cffi4j.audit.bytes;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A part of a file, read at offsets from its start. Whatever is outside of it is a {@link MalformedFileException}; nothing is
 * copied but the names and numbers asked for. Not thread-safe: the views of one file share a budget.
 */
public final class ByteView {
    /** Mangled C++ names can be tens of kilobytes. */
    private static final int LONGEST_NAME = 1 << 16;

    /** The cost of an object besides its characters, and of a digest besides its bytes. */
    private static final int NAME_COST = 24;

    private static final int DIGEST_COST = 64;

    private final byte[] bytes;
    private final int start;
    private final int length;
    private final ByteOrder order;
    private final WorkBudget budget;

    private ByteView(byte[] bytes, int start, int length, ByteOrder order, WorkBudget budget) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        this.order = order;
        this.budget = budget;
    }

    /** All of a file, which must not change while it is read; little-endian until said otherwise. */
    public static ByteView of(byte[] file) {
        return new ByteView(file, 0, file.length, ByteOrder.LITTLE_ENDIAN, new WorkBudget(file.length));
    }

    /** The same bytes, read in another order. */
    public ByteView in(ByteOrder other) {
        return new ByteView(bytes, start, length, other, budget);
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    /** The offset of a byte of this view from the start of the file, for messages. */
    public long offset(long at) {
        return start + at;
    }

    /**
     * A part of this view.
     *
     * @param what it is, for the message if it is not there: {@code "the section table"}
     */
    public ByteView slice(long at, long size, String what) throws MalformedFileException {
        check(at, size, what);
        return new ByteView(bytes, start + (int) at, (int) size, order, budget);
    }

    /** A table: a slice of so many entries of a size. */
    public ByteView table(long at, long count, int entrySize, String what) throws MalformedFileException {
        if (count < 0 || count > length / entrySize) {
            throw new MalformedFileException(
                    what + " has " + Long.toUnsignedString(count) + " entries of " + entrySize
                            + " bytes, more than there are",
                    offset(Math.max(0, Math.min(at, length))));
        }
        return slice(at, count * entrySize, what);
    }

    /** Everything from an offset on. */
    public ByteView from(long at, String what) throws MalformedFileException {
        check(at, 0, what);
        return slice(at, length - at, what);
    }

    public int u8(long at) throws MalformedFileException {
        check(at, 1, "a byte");
        return bytes[start + (int) at] & 0xff;
    }

    public int u16(long at) throws MalformedFileException {
        return (int) number(at, Short.BYTES);
    }

    public long u32(long at) throws MalformedFileException {
        return number(at, Integer.BYTES);
    }

    /** 64 bits; as unsigned as the caller takes them. No offset or size of a real file is negative. */
    public long u64(long at) throws MalformedFileException {
        return number(at, Long.BYTES);
    }

    /** A word of the format's width. */
    public long word(long at, boolean wide) throws MalformedFileException {
        return wide ? u64(at) : u32(at);
    }

    /** The text from an offset to the next zero byte. */
    public String text(long at, String what) throws MalformedFileException {
        check(at, 1, what);
        int from = start + (int) at;
        int limit = Math.min(start + length, from + LONGEST_NAME);
        int end = from;
        while (end < limit && bytes[end] != 0) {
            end++;
        }
        if (end == limit) {
            throw new MalformedFileException(what + " does not end", offset(at));
        }
        return text(from, end);
    }

    /** The text in a field of a size, which a zero byte may end sooner. */
    public String text(long at, int size, String what) throws MalformedFileException {
        check(at, size, what);
        int from = start + (int) at;
        int end = from;
        while (end < from + size && bytes[end] != 0) {
            end++;
        }
        return text(from, end);
    }

    /** Pays for something that is made of bytes read before, or for a search among them; see {@link WorkBudget}. */
    public void spend(long size, long at) throws MalformedFileException {
        budget.spend(size, offset(at));
    }

    /** Adds a range to a digest. */
    public void digest(MessageDigest digest, long at, long size, String what) throws MalformedFileException {
        check(at, size, what);
        budget.spend(size + DIGEST_COST, offset(at));
        digest.update(bytes, start + (int) at, (int) size);
    }

    /** A copy of a range. */
    public byte[] copy(long at, long size, String what) throws MalformedFileException {
        check(at, size, what);
        budget.spend(size, offset(at));
        byte[] copy = new byte[(int) size];
        System.arraycopy(bytes, start + (int) at, copy, 0, copy.length);
        return copy;
    }

    private String text(int from, int end) throws MalformedFileException {
        budget.spend(end - from + 1L + NAME_COST, from);
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private long number(long at, int size) throws MalformedFileException {
        check(at, size, size * 8 + " bits");
        int from = start + (int) at;
        long value = 0;
        for (int i = 0; i < size; i++) {
            int index = order == ByteOrder.BIG_ENDIAN ? i : size - 1 - i;
            value = value << 8 | bytes[from + index] & 0xff;
        }
        return value;
    }

    private void check(long at, long size, String what) throws MalformedFileException {
        if (at < 0 || size < 0 || at > length || size > length - at) {
            throw new MalformedFileException(
                    what + " would be " + Long.toUnsignedString(size) + " bytes at 0x" + Long.toHexString(at) + " of "
                            + length,
                    offset(Math.max(0, Math.min(at, length))));
        }
    }
}
