package io.github.cffi4j.compiler.object;

import io.github.cffi4j.compiler.object.ObjectFile.Symbol;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a Mach-O object of 64 bits. */
final class MachObject {
    private static final int HEADER = 32;
    private static final int SEGMENT_64 = 0x19;
    private static final int SEGMENT_HEADER = 72;
    private static final int SECTION = 80;
    private static final int SYMBOL_TABLE = 2;
    private static final int SYMBOL = 16;
    private static final int RELOCATION = 8;
    private static final int EXTERNAL = 1 << 27;
    private static final int SYMBOL_NUMBER = 0xffffff;
    private static final int TYPE = 0x0e;
    private static final int STAB = 0xe0;

    private final ByteBuffer bytes;
    private final FunctionPlaces functions = new FunctionPlaces();

    MachObject(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    ObjectFile read() {
        List<Symbol> symbols = new ArrayList<>();
        forEach(SYMBOL_TABLE, command -> {
            int first = bytes.getInt(command + 8);
            int names = bytes.getInt(command + 16);
            for (int i = 0; i < bytes.getInt(command + 12); i++) {
                int symbol = first + i * SYMBOL;
                // One that has a value without being defined is a variable that several files may share.
                boolean undefined = (bytes.get(symbol + 4) & (TYPE | STAB)) == 0 && bytes.getLong(symbol + 8) == 0;
                String name = ObjectFile.text(bytes, names + bytes.getInt(symbol));
                symbols.add(new Symbol(name, undefined, symbol + 6));
                // Those of the assembler's begin with another letter. Addresses are those of the file, not of a
                // section.
                if ((bytes.get(symbol + 4) & STAB) == 0 && bytes.get(symbol + 5) != 0 && name.startsWith("_")) {
                    functions.add(0, bytes.getLong(symbol + 8), name);
                }
            }
        });
        Map<Long, Symbol> places = new HashMap<>();
        forEach(SEGMENT_64, command -> {
            for (int i = 0; i < bytes.getInt(command + 64); i++) {
                addPlaces(command + SEGMENT_HEADER + i * SECTION, symbols, places);
            }
        });
        return new ObjectFile(symbols, places, functions.users());
    }

    private interface Command {
        void read(int at);
    }

    private void forEach(int kind, Command read) {
        int command = HEADER;
        for (int i = 0; i < bytes.getInt(16); i++) {
            if (bytes.getInt(command) == kind) {
                read.read(command);
            }
            command += bytes.getInt(command + 4);
        }
    }

    private void addPlaces(int section, List<Symbol> symbols, Map<Long, Symbol> places) {
        long start = Integer.toUnsignedLong(bytes.getInt(section + 48));
        int relocations = bytes.getInt(section + 56);
        for (int i = 0; i < bytes.getInt(section + 60); i++) {
            int relocation = relocations + i * RELOCATION;
            int what = bytes.getInt(relocation + 4);
            if ((what & EXTERNAL) != 0) {
                Symbol symbol = symbols.get(what & SYMBOL_NUMBER);
                places.put(start + bytes.getInt(relocation), symbol);
                functions.use(0, bytes.getLong(section + 32) + bytes.getInt(relocation), symbol);
            }
        }
    }
}
