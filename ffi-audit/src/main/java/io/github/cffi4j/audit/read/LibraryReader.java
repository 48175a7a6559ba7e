package io.github.cffi4j.audit.read;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.bytes.PathScanner;
import io.github.cffi4j.audit.elf.ElfReader;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.macho.FatReader;
import io.github.cffi4j.audit.macho.MachOReader;
import io.github.cffi4j.audit.pe.PeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bytes to facts. Reads, and never loads or runs. Stateless. */
public final class LibraryReader {
    /** The format that the first bytes promise. */
    private enum Format {
        ELF,
        MACH_O,
        FAT,
        PE
    }

    private LibraryReader() {}

    /** Returns true if a file with these first bytes is worth reading whole; {@value #HEAD} of them are enough. */
    public static boolean isObjectFile(byte[] head) throws MalformedFileException {
        return format(head).isPresent();
    }

    /** How many bytes tell the format. */
    public static final int HEAD = 8;

    /**
     * The facts of a file: one, or for a fat Mach-O file one of each slice.
     *
     * @throws MalformedFileException if it is not what its first bytes promise, or no object file at all
     */
    public static List<LibraryFacts> read(byte[] file) throws MalformedFileException {
        Format format =
                format(file).orElseThrow(() -> new MalformedFileException("this is no ELF, Mach-O or PE file", 0));
        ByteView bytes = ByteView.of(file);
        List<String> paths = PathScanner.scan(file);
        return switch (format) {
            case ELF -> List.of(ElfReader.read(bytes, paths));
            case MACH_O -> List.of(MachOReader.read(bytes, paths));
            case PE -> List.of(PeReader.read(bytes, paths));
            case FAT -> slices(bytes, paths);
        };
    }

    private static List<LibraryFacts> slices(ByteView bytes, List<String> paths) throws MalformedFileException {
        List<LibraryFacts> facts = new ArrayList<>();
        for (ByteView slice : FatReader.split(bytes)) {
            facts.add(MachOReader.read(slice, paths));
        }
        if (facts.isEmpty()) {
            throw new MalformedFileException("the fat file has no slices", 4);
        }
        return facts;
    }

    private static Optional<Format> format(byte[] head) throws MalformedFileException {
        if (head.length < HEAD) {
            return Optional.empty();
        }
        ByteView bytes = ByteView.of(head);
        long magic = bytes.u32(0);
        if (magic == 0x464c457fL) {
            return Optional.of(Format.ELF);
        } else if (magic == 0xfeedfaceL || magic == 0xfeedfacfL || magic == 0xcefaedfeL || magic == 0xcffaedfeL) {
            return Optional.of(Format.MACH_O);
        } else if (bytes.u16(0) == 0x5a4d) {
            return Optional.of(Format.PE);
        }
        return FatReader.isFat(bytes) ? Optional.of(Format.FAT) : Optional.empty();
    }
}
