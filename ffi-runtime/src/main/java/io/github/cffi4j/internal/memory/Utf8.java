package io.github.cffi4j.internal.memory;

import java.nio.charset.StandardCharsets;

/** C strings: UTF-8 up to a NUL. Stateless; any thread may use it. */
public final class Utf8 {
    /**
     * Up to how many characters a string is sooner written by {@code Segment.setAscii} than encoded into an array and
     * copied: of 16 characters all of them take 9 ns instead of 15 on Java 17, 10 instead of 13 on Java 25.
     */
    public static final int BRIEF = 24;

    private Utf8() {}

    /**
     * The bytes of a string, without the NUL. An unpaired surrogate becomes {@code ?}, as with Java's own encoder.
     *
     * @throws IllegalArgumentException if there is a NUL in it, where C would see its end
     */
    public static byte[] encode(String string) {
        int nul = string.indexOf('\0');
        if (nul >= 0) {
            throw new IllegalArgumentException("the string has a NUL at index " + nul + ", where C would see its end");
        }
        return string.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the text up to the first NUL, or of a number of bytes if none of them is NUL. Bytes that are no UTF-8 become
     * U+FFFD. Nothing is checked.
     */
    public static String read(long address, long most) {
        int length = 0;
        while (length < most && RawMemory.getByte(address + length) != 0) {
            length = Math.addExact(length, 1);
        }
        byte[] encoded = new byte[length];
        RawMemory.copyToArray(address, encoded, length);
        return new String(encoded, StandardCharsets.UTF_8);
    }
}
