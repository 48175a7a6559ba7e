package io.github.cffi4j.audit.macho;

import io.github.cffi4j.audit.bytes.ByteView;
import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.ExportedSymbol;
import io.github.cffi4j.audit.facts.ImportedSymbol;
import java.util.ArrayList;
import java.util.List;

/**
 * The symbol table.
 *
 * @param locals how many names only debuggers read
 * @param stabs how many entries are for debuggers alone
 */
record MachOSymbols(List<ExportedSymbol> external, List<ImportedSymbol> imports, long locals, long stabs) {
    private static final int STAB = 0xe0;
    /** The one entry Apple's strip leaves behind, N_OPT. */
    private static final int STRIPPED = 0x3c;

    private static final int PRIVATE_EXTERNAL = 0x10;
    private static final int TYPE = 0x0e;
    private static final int UNDEFINED = 0;
    private static final int EXTERNAL = 1;

    /** Ordinals above stand for no library of their own: the program, any, or the one first found. */
    private static final int MOST_LIBRARIES = 0xfd;

    static MachOSymbols none() {
        return new MachOSymbols(List.of(), List.of(), 0, 0);
    }

    static MachOSymbols read(MachOHeader header, ByteView command, List<String> libraries)
            throws MalformedFileException {
        boolean wide = header.wide();
        int size = wide ? 16 : 12;
        ByteView table = header.file().table(command.u32(8), command.u32(12), size, "the symbol table");
        ByteView names = header.file().slice(command.u32(16), command.u32(20), "the string table");
        List<ExportedSymbol> external = new ArrayList<>();
        List<ImportedSymbol> imports = new ArrayList<>();
        long locals = 0;
        long stabs = 0;
        for (long at = 0; at < table.length(); at += size) {
            int type = table.u8(at + 4);
            if ((type & STAB) != 0) {
                stabs += type == STRIPPED ? 0 : 1;
            } else if ((type & EXTERNAL) == 0 || (type & PRIVATE_EXTERNAL) != 0) {
                locals++;
            } else {
                String name = inC(names.text(table.u32(at), "the name of a symbol"));
                if ((type & TYPE) != UNDEFINED) {
                    external.add(new ExportedSymbol(name, table.word(at + 8, wide)));
                } else {
                    int ordinal = table.u16(at + 6) >> 8;
                    boolean known = ordinal > 0 && ordinal <= MOST_LIBRARIES && ordinal <= libraries.size();
                    imports.add(new ImportedSymbol(name, known ? libraries.get(ordinal - 1) : "", ""));
                }
            }
        }
        return new MachOSymbols(external, imports, locals, stabs);
    }

    /** C's spelling: the linker's has an underscore in front. */
    static String inC(String name) {
        return name.startsWith("_") ? name.substring(1) : name;
    }
}
