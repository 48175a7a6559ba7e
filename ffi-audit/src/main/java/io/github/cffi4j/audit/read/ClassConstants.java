package io.github.cffi4j.audit.read;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/** The constants of a Java class file that a fingerprint can be among (JVM specification, "The Constant Pool"). */
record ClassConstants(Set<Long> longs, Set<String> texts) {
    private static final int POOL = 10;

    static ClassConstants read(byte[] file) throws MalformedFileException {
        ByteView bytes = ByteView.of(file).in(ByteOrder.BIG_ENDIAN);
        ClassConstants constants = new ClassConstants(new HashSet<>(), new HashSet<>());
        long at = POOL;
        for (int left = bytes.u16(8) - 1; left > 0; left--) {
            int tag = bytes.u8(at++);
            switch (tag) {
                case 1 -> {
                    int size = bytes.u16(at);
                    constants.texts.add(bytes.text(at + 2, size, "a text of the constant pool"));
                    at += 2L + size;
                }
                case 5, 6 -> {
                    if (tag == 5) {
                        constants.longs.add(bytes.u64(at));
                    }
                    at += Long.BYTES;
                    left--; // These take two places.
                }
                case 3, 4, 9, 10, 11, 12, 17, 18 -> at += 4;
                case 7, 8, 16, 19, 20 -> at += 2;
                case 15 -> at += 3;
                default -> throw new MalformedFileException("the constant pool has a tag " + tag, bytes.offset(at));
            }
        }
        return constants;
    }
}
