package io.github.cffi4j.internal.loader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The glibc that an ELF file of 64 bits, little-endian, asks for: the newest of the versions in its section {@code
 * .gnu.version_r}. dlopen names only the first one it misses.
 */
final class NeededGlibc {
    private static final int WIDTH_AND_ORDER = 4;
    private static final short WIDE_LITTLE_ENDIAN = 0x0102;
    private static final int SECTION_OFFSET = 0x28;
    private static final int SECTION_COUNT = 0x3C;
    private static final int SECTION_SIZE = 64;
    private static final int VERSION_NEEDS = 0x6ffffffe;
    private static final String PREFIX = "GLIBC_";

    /** More than any library needs; a broken file may claim billions. */
    private static final int MAX_VERSIONS = 4096;

    private final ByteBuffer file;
    private final TreeSet<String> versions = new TreeSet<>(Comparator.comparing(
            version -> Arrays.stream(version.split("\\."))
                    .mapToInt(Integer::parseInt)
                    .toArray(),
            Arrays::compare));
    private int versionsRead;

    private NeededGlibc(byte[] content) {
        this.file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The version; empty if it needs none or the file cannot be understood, since only a message is at stake. */
    static Optional<String> read(byte[] content) {
        try {
            NeededGlibc reader = new NeededGlibc(content);
            if (reader.file.getShort(WIDTH_AND_ORDER) != WIDE_LITTLE_ENDIAN) {
                return Optional.empty();
            }
            reader.readSections();
            return reader.versions.isEmpty() ? Optional.empty() : Optional.of(reader.versions.last());
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private void readSections() {
        int sections = Math.toIntExact(file.getLong(SECTION_OFFSET));
        int count = file.getShort(SECTION_COUNT);
        for (int i = 0; i < count; i++) {
            int section = sections + i * SECTION_SIZE;
            if (file.getInt(section + 4) == VERSION_NEEDS) {
                int strings = sections + file.getInt(section + 40) * SECTION_SIZE;
                readNeeds(offset(section), file.getInt(section + 44), offset(strings));
            }
        }
    }

    /** Verneed: version, count, file, first, next; each with its Vernaux: hash, flags, other, name, next. */
    private void readNeeds(int need, int count, int strings) {
        int at = need;
        for (int i = 0; i < count && versionsRead < MAX_VERSIONS; i++) {
            int entry = at + file.getInt(at + 8);
            for (int left = file.getShort(at + 2); left > 0 && versionsRead < MAX_VERSIONS; left--) {
                addVersion(strings + file.getInt(entry + 8));
                versionsRead++;
                entry += file.getInt(entry + 12);
            }
            int next = file.getInt(at + 12);
            if (next <= 0) {
                return;
            }
            at += next;
        }
    }

    private void addVersion(int name) {
        int end = name;
        while (file.get(end) != 0) {
            end++;
        }
        String version = new String(file.array(), name, end - name, StandardCharsets.ISO_8859_1);
        if (version.matches(PREFIX + "[0-9]{1,4}(\\.[0-9]{1,4})*")) {
            versions.add(version.substring(PREFIX.length()));
        }
    }

    private int offset(int section) {
        return Math.toIntExact(file.getLong(section + 24));
    }
}
