package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dynamic section, which tells the loader what to do.
 *
 * @param values the last value of each tag
 * @param neededOffsets where the names of needed libraries are in the names
 * @param names the dynamic string table
 */
record ElfDynamic(Map<Long, Long> values, List<Long> neededOffsets, ByteView names) {
    static final long SONAME = 14;
    static final long RPATH = 15;
    static final long RUNPATH = 29;
    static final long HASH = 4;
    static final long GNU_HASH = 0x6ffffef5L;
    static final long SYMTAB = 6;
    static final long VERSYM = 0x6ffffff0L;
    static final long VERNEED = 0x6ffffffeL;
    static final long VERNEEDNUM = 0x6fffffffL;
    private static final long NEEDED = 1;
    private static final long STRTAB = 5;
    private static final long STRSZ = 10;
    private static final long TEXTREL = 22;
    private static final long BIND_NOW = 24;
    private static final long FLAGS = 30;
    private static final long FLAGS_1 = 0x6ffffffbL;
    private static final long FLAG_TEXTREL = 4;
    private static final long FLAG_BIND_NOW = 8;
    private static final long FLAG_1_NOW = 1;

    static ElfDynamic read(ElfImage image) throws MalformedFileException {
        Optional<ElfSegment> segment = image.segment(ElfSegment.DYNAMIC);
        Map<Long, Long> values = new HashMap<>();
        List<Long> needed = new ArrayList<>();
        boolean wide = image.header().wide();
        int word = wide ? Long.BYTES : Integer.BYTES;
        if (segment.isPresent()) {
            ByteView table =
                    image.file().slice(segment.get().offset(), segment.get().fileSize(), "the dynamic section");
            for (long at = 0; at + 2L * word <= table.length(); at += 2L * word) {
                long tag = table.word(at, wide);
                long value = table.word(at + word, wide);
                if (tag == 0) {
                    break;
                } else if (tag == NEEDED) {
                    needed.add(value);
                }
                values.put(tag, value);
            }
        }
        ByteView names = values.containsKey(STRTAB)
                ? image.at(values.get(STRTAB), values.getOrDefault(STRSZ, 0L), "the dynamic string table")
                : image.file().slice(0, 0, "no names");
        return new ElfDynamic(values, needed, names);
    }

    List<String> needed() throws MalformedFileException {
        List<String> libraries = new ArrayList<>();
        for (long offset : neededOffsets) {
            libraries.add(names.text(offset, "the name of a needed library"));
        }
        return libraries;
    }

    Optional<Long> value(long tag) {
        return Optional.ofNullable(values.get(tag));
    }

    /** The text a tag points at. */
    Optional<String> text(long tag) throws MalformedFileException {
        return values.containsKey(tag)
                ? Optional.of(names.text(values.get(tag), "a text of the dynamic section"))
                : Optional.empty();
    }

    boolean textRelocations() {
        return values.containsKey(TEXTREL) || flag(FLAGS, FLAG_TEXTREL);
    }

    boolean bindNow() {
        return values.containsKey(BIND_NOW) || flag(FLAGS, FLAG_BIND_NOW) || flag(FLAGS_1, FLAG_1_NOW);
    }

    private boolean flag(long tag, long flag) {
        return (values.getOrDefault(tag, 0L) & flag) != 0;
    }
}
