package io.github.cffi4j.compiler.object;

import io.github.cffi4j.compiler.object.ObjectFile.Symbol;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a COFF object, the usual one or the one with room for more sections. */
final class CoffObject {
    private static final int BIG = 0xffff0000;
    private static final int SECTION = 40;
    private static final int RELOCATION = 10;
    private static final int MANY_RELOCATIONS = 0x01000000;
    private static final int MOST_RELOCATIONS = 0xffff;
    private static final int EXTERNAL = 2;
    private static final int SHORT_NAME = 8;
    private static final int FUNCTION = 0x20;

    private final ByteBuffer bytes;
    private final boolean big;
    private final FunctionPlaces functions = new FunctionPlaces();

    CoffObject(ByteBuffer bytes) {
        this.bytes = bytes;
        this.big = bytes.getInt(0) == BIG;
    }

    ObjectFile read() {
        int sections = big ? 56 : 20 + Short.toUnsignedInt(bytes.getShort(16));
        int count = big ? bytes.getInt(44) : Short.toUnsignedInt(bytes.getShort(2));
        List<Symbol> symbols = symbols();
        Map<Long, Symbol> places = new HashMap<>();
        for (int i = 0; i < count; i++) {
            addPlaces(i + 1, sections + i * SECTION, symbols, places);
        }
        return new ObjectFile(symbols, places, functions.users());
    }

    /** With those that only say more of the one before, since relocations count them. */
    private List<Symbol> symbols() {
        int table = bytes.getInt(big ? 48 : 8);
        int count = bytes.getInt(big ? 52 : 12);
        int size = big ? 20 : 18;
        int names = table + count * size;
        List<Symbol> symbols = new ArrayList<>();
        while (symbols.size() < count) {
            int symbol = table + symbols.size() * size;
            int section = big ? bytes.getInt(symbol + 12) : bytes.getShort(symbol + 12);
            boolean external = bytes.get(symbol + size - 2) == EXTERNAL;
            // One that has a value without being defined is a variable that several files may share.
            boolean undefined = section == 0 && external && bytes.getInt(symbol + 8) == 0;
            symbols.add(new Symbol(name(symbol, names), undefined, symbol + size - 2));
            if (bytes.getShort(symbol + size - 4) == FUNCTION) {
                functions.add(section, Integer.toUnsignedLong(bytes.getInt(symbol + 8)), name(symbol, names));
            }
            for (int more = bytes.get(symbol + size - 1); more > 0; more--) {
                symbols.add(new Symbol("", false, symbol));
            }
        }
        return symbols;
    }

    private String name(int symbol, int names) {
        if (bytes.getInt(symbol) == 0) {
            return ObjectFile.text(bytes, names + bytes.getInt(symbol + 4));
        }
        int length = 0;
        while (length < SHORT_NAME && bytes.get(symbol + length) != 0) {
            length++;
        }
        return ObjectFile.text(bytes, symbol, length);
    }

    private void addPlaces(int number, int section, List<Symbol> symbols, Map<Long, Symbol> places) {
        long start = Integer.toUnsignedLong(bytes.getInt(section + 20));
        int relocations = bytes.getInt(section + 24);
        int count = Short.toUnsignedInt(bytes.getShort(section + 32));
        boolean many = (bytes.getInt(section + 36) & MANY_RELOCATIONS) != 0 && count == MOST_RELOCATIONS;
        for (int i = many ? 1 : 0; i < (many ? bytes.getInt(relocations) : count); i++) {
            int relocation = relocations + i * RELOCATION;
            Symbol symbol = symbols.get(bytes.getInt(relocation + 4));
            places.put(start + bytes.getInt(relocation), symbol);
            long address = Integer.toUnsignedLong(bytes.getInt(relocation)) - bytes.getInt(section + 12);
            functions.use(number, address, symbol);
        }
    }
}
