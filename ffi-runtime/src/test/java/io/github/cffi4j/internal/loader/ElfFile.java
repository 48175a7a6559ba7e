package io.github.cffi4j.internal.loader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The least of an ELF file that needs versions of glibc: two sections, versions and their names. */
final class ElfFile {
    private static final int SECTIONS = 64;
    private static final int NEEDS = SECTIONS + 3 * 64;

    private ElfFile() {}

    static byte[] needing(String... versions) {
        int strings = NEEDS + 16 + versions.length * 16;
        String names = String.join("\0", versions) + "\0";
        ByteBuffer file = ByteBuffer.allocate(strings + names.length()).order(ByteOrder.LITTLE_ENDIAN);
        // 64 bits, little-endian.
        file.put(4, (byte) 2).put(5, (byte) 1);
        file.putLong(0x28, SECTIONS).putShort(0x3C, (short) 3);
        // Section 1: the versions, with their names in section 2.
        int section = SECTIONS + 64;
        file.putInt(section + 4, 0x6ffffffe).putLong(section + 24, NEEDS);
        file.putInt(section + 40, 2).putInt(section + 44, 1);
        file.putLong(section + 64 + 24, strings);
        file.putShort(NEEDS + 2, (short) versions.length).putInt(NEEDS + 8, 16);
        int name = 0;
        for (int i = 0; i < versions.length; i++) {
            int entry = NEEDS + 16 + i * 16;
            file.putInt(entry + 8, name).putInt(entry + 12, 16);
            name += versions[i].length() + 1;
        }
        file.put(strings, names.getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }
}
