package io.github.cffi4j.audit.elf;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.ExportedSymbol;
import io.github.cffi4j.audit.facts.ImportedSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The symbols a loader binds. */
record ElfSymbols(List<ExportedSymbol> exports, List<ImportedSymbol> imports) {
    private static final int NARROW_SIZE = 16;
    private static final int WIDE_SIZE = 24;
    private static final int UNDEFINED = 0;
    private static final int ABSOLUTE = 0xfff1;
    private static final int LOCAL = 0;
    private static final int HIDDEN_VISIBILITIES = 3;
    private static final int INTERNAL = 1;
    private static final int HIDDEN = 2;
    /** The bit of a version's number that hides it from linkers. */
    private static final int VERSION = 0x7fff;

    static ElfSymbols read(ElfImage image, ElfDynamic dynamic, ElfVersions versions, List<ElfSection> sections)
            throws MalformedFileException {
        Optional<Long> start = dynamic.value(ElfDynamic.SYMTAB);
        long count = start.isEmpty() ? 0 : count(image, dynamic, sections);
        if (count == 0) {
            return new ElfSymbols(List.of(), List.of());
        }
        boolean wide = image.header().wide();
        int size = wide ? WIDE_SIZE : NARROW_SIZE;
        ByteView table =
                image.from(start.get(), "the dynamic symbol table").table(0, count, size, "the dynamic symbol table");
        Optional<ByteView> numbers = Optional.empty();
        if (dynamic.value(ElfDynamic.VERSYM).isPresent()) {
            numbers = Optional.of(image.from(dynamic.value(ElfDynamic.VERSYM).get(), "the symbol versions")
                    .table(0, count, Short.BYTES, "the symbol versions"));
        }
        List<ExportedSymbol> exports = new ArrayList<>();
        List<ImportedSymbol> imports = new ArrayList<>();
        for (long i = 1; i < count; i++) {
            long at = i * size;
            int info = table.u8(at + (wide ? 4 : 12));
            int visibility = table.u8(at + (wide ? 5 : 13)) & HIDDEN_VISIBILITIES;
            if (info >> 4 == LOCAL || visibility == INTERNAL || visibility == HIDDEN) {
                continue;
            }
            String name = dynamic.names().text(table.u32(at), "the name of a symbol");
            int section = table.u16(at + (wide ? 6 : 14));
            long address = table.word(at + (wide ? 8 : 4), wide);
            if (section == ABSOLUTE && address == 0) {
                continue; // The name of a version the library defines.
            } else if (section != UNDEFINED) {
                exports.add(new ExportedSymbol(name, address));
            } else if (!name.isEmpty()) {
                int number = numbers.isPresent() ? numbers.get().u16(i * Short.BYTES) & VERSION : 0;
                imports.add(versions.imported(name, number));
            }
        }
        return new ElfSymbols(exports, imports);
    }

    /** No tag says how many there are: the older hash table does, the newer one by its longest chain, sections at last. */
    private static long count(ElfImage image, ElfDynamic dynamic, List<ElfSection> sections)
            throws MalformedFileException {
        boolean wordsOfEight = image.header().wide() && image.header().machine() == ElfMachines.S390;
        if (dynamic.value(ElfDynamic.HASH).isPresent() && !wordsOfEight) {
            return image.from(dynamic.value(ElfDynamic.HASH).get(), "the hash table")
                    .u32(4);
        }
        if (dynamic.value(ElfDynamic.GNU_HASH).isPresent()) {
            long hashed = gnuCount(image, dynamic.value(ElfDynamic.GNU_HASH).get());
            if (hashed > 0) {
                return hashed;
            }
        }
        return sections.stream()
                .filter(section -> section.type() == ElfSection.DYNSYM && section.entrySize() > 0)
                .mapToLong(section -> section.size() / section.entrySize())
                .findFirst()
                .orElse(0);
    }

    /** The last symbol of the chain that begins last; 0 if nothing is hashed, as in a library without exports. */
    private static long gnuCount(ElfImage image, long address) throws MalformedFileException {
        ByteView hash = image.from(address, "the GNU hash table");
        long buckets = hash.u32(0);
        long firstHashed = hash.u32(4);
        long filterSize = hash.u32(8) * (image.header().wide() ? Long.BYTES : Integer.BYTES);
        ByteView starts = hash.table(16 + filterSize, buckets, Integer.BYTES, "the GNU hash table's buckets");
        ByteView chains = hash.from(16 + filterSize + starts.length(), "the GNU hash table's chains");
        long last = 0;
        for (long i = 0; i < buckets; i++) {
            last = Math.max(last, starts.u32(i * Integer.BYTES));
        }
        if (last < firstHashed) {
            return 0;
        }
        while ((chains.u32((last - firstHashed) * Integer.BYTES) & 1) == 0) {
            last++;
        }
        return last + 1;
    }
}
