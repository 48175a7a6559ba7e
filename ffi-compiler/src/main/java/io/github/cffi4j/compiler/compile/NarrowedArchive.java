package io.github.cffi4j.compiler.compile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A static library whose objects export no more than an {@link EntryList} says. Its objects keep their sizes and places. */
final class NarrowedArchive {
    private static final byte[] MAGIC = "!<arch>\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 60;
    private static final int NAME = 16;
    private static final int SIZE = 48;
    private static final int SIZE_DIGITS = 10;

    /** Before the digits of the length of a name that stands in front of a member's content. */
    private static final String LONG_NAME = "#1/";

    private NarrowedArchive() {}

    static boolean isArchive(byte[] file) {
        return file.length >= MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * Returns the archive with narrowed objects; nothing if none of them changes.
     *
     * @param narrowing of an object; what it returns has the same size
     */
    static Optional<byte[]> of(byte[] archive, Function<byte[], Optional<byte[]>> narrowing) {
        byte[] copy = archive.clone();
        boolean changed = false;
        int at = MAGIC.length;
        while (at + HEADER <= archive.length) {
            String name = text(archive, at, NAME);
            int end = at
                    + HEADER
                    + Integer.parseInt(text(archive, at + SIZE, SIZE_DIGITS).strip());
            int start = at + HEADER;
            if (name.startsWith(LONG_NAME)) {
                start += Integer.parseInt(name.substring(LONG_NAME.length()).strip());
            }
            if (!name.startsWith("/")) {
                Optional<byte[]> narrowed = narrowing.apply(Arrays.copyOfRange(archive, start, end));
                if (narrowed.isPresent()) {
                    System.arraycopy(narrowed.get(), 0, copy, start, end - start);
                    changed = true;
                }
            }
            at = end + (end & 1);
        }
        return changed ? Optional.of(copy) : Optional.empty();
    }

    private static String text(byte[] bytes, int start, int length) {
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }
}
