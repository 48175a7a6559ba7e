package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.util.List;
import java.util.Optional;

/** A file with its program headers: what is found by address. */
record ElfImage(ElfHeader header, List<ElfSegment> segments) {
    static ElfImage read(ByteView bytes) throws MalformedFileException {
        ElfHeader header = ElfHeader.read(bytes);
        return new ElfImage(header, ElfSegment.read(header));
    }

    ByteView file() {
        return header.file();
    }

    Optional<ElfSegment> segment(long type) {
        return segments.stream().filter(segment -> segment.type() == type).findFirst();
    }

    /** The bytes of the file from an address on, as far as they are mapped. */
    ByteView from(long address, String what) throws MalformedFileException {
        for (ElfSegment segment : segments) {
            file().spend(1, segment.offset());
            if (segment.has(address)) {
                return file().slice(segment.offset(), segment.fileSize(), "a loaded segment")
                        .from(address - segment.address(), what);
            }
        }
        throw new MalformedFileException(
                what + " is at address 0x" + Long.toHexString(address) + ", which no segment loads", header.programs());
    }

    ByteView at(long address, long size, String what) throws MalformedFileException {
        return from(address, what).slice(0, size, what);
    }
}
