package io.github.cffi4j.audit.pe;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.ImportedSymbol;
import java.util.ArrayList;
import java.util.List;

/** The imports, those asked for when loading and those asked for when first called. */
record PeImports(List<String> libraries, List<ImportedSymbol> symbols) {
    private static final int DESCRIPTOR = 20;
    private static final int DELAYED_DESCRIPTOR = 32;

    static PeImports read(PeImage image) throws MalformedFileException {
        PeImports imports = new PeImports(new ArrayList<>(), new ArrayList<>());
        long at = image.header().directory(PeHeader.Directory.IMPORT)[0];
        if (at != 0) {
            ByteView table = image.from(at, "the import table");
            for (long entry = 0; table.u32(entry + 12) != 0; entry += DESCRIPTOR) {
                long names = table.u32(entry);
                // Old linkers write the addresses' table alone.
                imports.add(image, table.u32(entry + 12), names != 0 ? names : table.u32(entry + 16), 0);
            }
        }
        long delayed = image.header().directory(PeHeader.Directory.DELAY_IMPORT)[0];
        if (delayed != 0) {
            ByteView table = image.from(delayed, "the delayed import table");
            for (long entry = 0; table.u32(entry + 4) != 0; entry += DELAYED_DESCRIPTOR) {
                // Without the first bit the fields are addresses in memory, as compilers before 2002 wrote them.
                long base = (table.u32(entry) & 1) != 0 ? 0 : image.header().imageBase();
                imports.add(image, table.u32(entry + 4) - base, table.u32(entry + 16) - base, base);
            }
        }
        return new PeImports(List.copyOf(imports.libraries), List.copyOf(imports.symbols));
    }

    private void add(PeImage image, long nameAt, long thunksAt, long base) throws MalformedFileException {
        String library = image.text(nameAt, "the name of a DLL");
        libraries.add(library);
        boolean wide = image.header().wide();
        ByteView thunks = image.from(thunksAt, "the imports of " + library);
        int size = wide ? Long.BYTES : Integer.BYTES;
        for (long at = 0; thunks.word(at, wide) != 0; at += size) {
            long thunk = thunks.word(at, wide);
            boolean ordinal = wide ? thunk < 0 : (thunk & 0x80000000L) != 0;
            thunks.spend(size, at);
            String name = ordinal
                    ? "#" + (thunk & 0xffff)
                    : image.from(thunk - base, "the name of an import").text(2, "the name of an import");
            symbols.add(new ImportedSymbol(name, library, ""));
        }
    }
}
