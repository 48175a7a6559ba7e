package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The facts in the notes.
 *
 * @param buildId GNU's, in hexadecimal digits
 * @param android whether there is Android's
 */
record ElfNotes(Optional<String> buildId, boolean android) {
    private static final int BUILD_ID = 3;
    private static final int LONGEST_ID = 64;
    private static final int HEADER = 12;

    static ElfNotes read(ElfImage image) throws MalformedFileException {
        Optional<String> buildId = Optional.empty();
        boolean android = false;
        for (ElfSegment segment : image.segments()) {
            if (segment.type() != ElfSegment.NOTE) {
                continue;
            }
            ByteView notes = image.file().slice(segment.offset(), segment.fileSize(), "the notes");
            for (long at = 0; at + HEADER <= notes.length(); ) {
                long nameSize = notes.u32(at);
                long size = notes.u32(at + 4);
                long content = at + HEADER + padded(nameSize);
                notes.slice(content, size, "a note");
                String name = notes.text(at + HEADER, (int) Math.min(nameSize, 16), "the name of a note");
                if (name.equals("GNU") && notes.u32(at + 8) == BUILD_ID && size <= LONGEST_ID) {
                    buildId = Optional.of(HexFormat.of().formatHex(notes.copy(content, size, "the build id")));
                }
                android |= name.equals("Android");
                at = content + padded(size);
            }
        }
        return new ElfNotes(buildId, android);
    }

    private static long padded(long size) {
        return (size + 3) & ~3L;
    }
}
