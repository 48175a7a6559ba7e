package io.github.cffi4j.audit.pe;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.util.List;

/** A file with its sections: what is found by address relative to the image (RVA). */
record PeImage(PeHeader header, List<PeSection> sections) {
    static PeImage read(ByteView bytes) throws MalformedFileException {
        PeHeader header = PeHeader.read(bytes);
        return new PeImage(header, PeSection.read(header));
    }

    /** The bytes from an address on, to the end of its section. */
    ByteView from(long address, String what) throws MalformedFileException {
        for (PeSection section : sections) {
            header.file().spend(1, section.offset());
            if (section.has(address)) {
                long size = Math.min(section.fileSize(), header.file().length() - section.offset());
                return header.file().slice(section.offset(), size, "a section").from(address - section.address(), what);
            }
        }
        throw new MalformedFileException(
                what + " is at address 0x" + Long.toHexString(address) + ", which no section has",
                header.file().offset(header.coff()));
    }

    String text(long address, String what) throws MalformedFileException {
        return from(address, what).text(0, what);
    }
}
