package io.github.cffi4j.compiler.object;

import io.github.cffi4j.compiler.object.ObjectFile.Symbol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an ELF object, of 32 or 64 bits and either order of bytes. */
final class ElfObject {
    private static final int SYMBOL_TABLE = 2;
    private static final int RELOCATIONS_WITH_ADDEND = 4;
    private static final int RELOCATIONS = 9;

    private static final int FUNCTION = 2;

    private final ByteBuffer bytes;
    private final boolean wide;
    private final FunctionPlaces functions = new FunctionPlaces();

    ElfObject(ByteBuffer bytes) {
        this.wide = bytes.get(4) == 2;
        this.bytes = bytes.order(bytes.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private record Section(int type, long offset, long size, int link, int info, long entry) {}

    ObjectFile read() {
        List<Section> sections = sections();
        List<Symbol> symbols = new ArrayList<>();
        for (Section section : sections) {
            if (section.type == SYMBOL_TABLE) {
                symbols.addAll(symbols(section, sections.get(section.link)));
            }
        }
        Map<Long, Symbol> places = new HashMap<>();
        for (Section section : sections) {
            if (section.type == RELOCATIONS || section.type == RELOCATIONS_WITH_ADDEND) {
                addPlaces(section, section.info, sections.get(section.info), symbols, places);
            }
        }
        return new ObjectFile(symbols, places, functions.users());
    }

    private List<Section> sections() {
        long start = word(wide ? 40 : 32);
        int size = Short.toUnsignedInt(bytes.getShort(wide ? 58 : 46));
        int count = Short.toUnsignedInt(bytes.getShort(wide ? 60 : 48));
        // With 65,280 sections or more the header has no room for their number: the first section has it.
        long all = count == 0 && start != 0 ? section(start).size : count;
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            sections.add(section(start + (long) i * size));
        }
        return sections;
    }

    private Section section(long from) {
        int at = Math.toIntExact(from);
        return wide
                ? new Section(
                        bytes.getInt(at + 4),
                        bytes.getLong(at + 24),
                        bytes.getLong(at + 32),
                        bytes.getInt(at + 40),
                        bytes.getInt(at + 44),
                        bytes.getLong(at + 56))
                : new Section(
                        bytes.getInt(at + 4),
                        bytes.getInt(at + 16),
                        bytes.getInt(at + 20),
                        bytes.getInt(at + 24),
                        bytes.getInt(at + 28),
                        bytes.getInt(at + 36));
    }

    private List<Symbol> symbols(Section table, Section names) {
        List<Symbol> symbols = new ArrayList<>();
        for (long at = table.offset; at < table.offset + table.size; at += table.entry) {
            int symbol = Math.toIntExact(at);
            String name = ObjectFile.text(bytes, Math.toIntExact(names.offset) + bytes.getInt(symbol));
            int section = Short.toUnsignedInt(bytes.getShort(symbol + (wide ? 6 : 14)));
            int binding = symbol + (wide ? 4 : 12);
            symbols.add(new Symbol(name, section == 0, binding));
            if ((bytes.get(binding) & 0xf) == FUNCTION) {
                functions.add(section, word(symbol + (wide ? 8 : 4)), name);
            }
        }
        return symbols;
    }

    private void addPlaces(
            Section relocations, int number, Section target, List<Symbol> symbols, Map<Long, Symbol> places) {
        for (long at = relocations.offset; at < relocations.offset + relocations.size; at += relocations.entry) {
            int relocation = Math.toIntExact(at);
            int symbol = wide ? (int) (bytes.getLong(relocation + 8) >>> 32) : bytes.getInt(relocation + 4) >>> 8;
            places.put(target.offset + word(relocation), symbols.get(symbol));
            functions.use(number, word(relocation), symbols.get(symbol));
        }
    }

    private long word(int at) {
        return wide ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }
}
