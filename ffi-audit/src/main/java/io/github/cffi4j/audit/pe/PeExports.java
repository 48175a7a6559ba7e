package io.github.cffi4j.audit.pe;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.ExportedSymbol;
import java.util.ArrayList;
import java.util.List;

/**
 * The export directory.
 *
 * @param timestamp it carries; 0 if there is none
 */
record PeExports(List<ExportedSymbol> symbols, long timestamp) {
    private static final int SIZE = 40;

    static PeExports read(PeImage image) throws MalformedFileException {
        long[] place = image.header().directory(PeHeader.Directory.EXPORT);
        if (place[0] == 0) {
            return new PeExports(List.of(), 0);
        }
        ByteView directory = image.from(place[0], "the export directory").slice(0, SIZE, "the export directory");
        long addressCount = directory.u32(20);
        long nameCount = directory.u32(24);
        List<ExportedSymbol> symbols = new ArrayList<>();
        if (nameCount > 0) {
            ByteView addresses = image.from(directory.u32(28), "the export addresses")
                    .table(0, addressCount, Integer.BYTES, "the export addresses");
            ByteView names = image.from(directory.u32(32), "the export names")
                    .table(0, nameCount, Integer.BYTES, "the export names");
            ByteView ordinals = image.from(directory.u32(36), "the export ordinals")
                    .table(0, nameCount, Short.BYTES, "the export ordinals");
            for (long i = 0; i < nameCount; i++) {
                String name = image.text(names.u32(i * Integer.BYTES), "the name of an export");
                long address = addresses.u32((long) ordinals.u16(i * Short.BYTES) * Integer.BYTES);
                // An address inside the directory is a text: the name of another DLL's export.
                boolean forwarded = address >= place[0] && address - place[0] < place[1];
                symbols.add(new ExportedSymbol(name, forwarded ? 0 : address));
            }
        }
        return new PeExports(symbols, directory.u32(4));
    }
}
