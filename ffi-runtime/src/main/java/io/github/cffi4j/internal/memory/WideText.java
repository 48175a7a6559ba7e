package io.github.cffi4j.internal.memory;

/** Strings of 16-bit or 32-bit characters up to a 0: UTF-16 and UTF-32 in the platform's byte order. Stateless. */
public final class WideText {
    private WideText() {}

    /**
     * The characters of a string, with the 0 behind them: a {@code char[]} or an {@code int[]}. Unpaired surrogates
     * stay what they are.
     *
     * @param characterSize 2 or 4
     * @throws IllegalArgumentException if there is a 0 in it, where C would see its end
     * @throws UnsupportedOperationException if characters have another size
     */
    public static Object encode(String string, int characterSize) {
        int nul = string.indexOf('\0');
        if (nul >= 0) {
            throw new IllegalArgumentException("the string has a NUL at index " + nul + ", where C would see its end");
        }
        if (wide(characterSize) == Short.BYTES) {
            char[] units = new char[string.length() + 1];
            string.getChars(0, string.length(), units, 0);
            return units;
        }
        int[] codePoints = new int[string.codePointCount(0, string.length()) + 1];
        for (int i = 0, next = 0; i < string.length(); next++) {
            codePoints[next] = string.codePointAt(i);
            i += Character.charCount(codePoints[next]);
        }
        return codePoints;
    }

    /** How many bytes an encoded string takes. */
    public static long byteSize(Object encoded) {
        return encoded instanceof char[] units
                ? (long) units.length * Short.BYTES
                : (long) ((int[]) encoded).length * Integer.BYTES;
    }

    /**
     * Returns the text up to the first 0, or of a number of characters if none of them is 0. What is no code point becomes
     * U+FFFD. The memory is not checked.
     *
     * @param characterSize 2 or 4
     * @throws UnsupportedOperationException if characters have another size
     */
    public static String read(long address, int characterSize, long most) {
        boolean units = wide(characterSize) == Short.BYTES;
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < most; i++) {
            int character = units ? RawMemory.getShort(address + 2 * i) & 0xFFFF : RawMemory.getInt(address + 4 * i);
            if (character == 0) {
                break;
            }
            text.appendCodePoint(Character.isValidCodePoint(character) ? character : 0xFFFD);
        }
        return text.toString();
    }

    private static int wide(int characterSize) {
        if (characterSize != Short.BYTES && characterSize != Integer.BYTES) {
            throw new UnsupportedOperationException(
                    "characters of text have 8, 16 or 32 bits, not " + Byte.SIZE * (long) characterSize);
        }
        return characterSize;
    }
}
