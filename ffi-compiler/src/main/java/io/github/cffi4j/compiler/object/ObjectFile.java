package io.github.cffi4j.compiler.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object file of a compiler: ELF, Mach-O or COFF.
 *
 * @param symbols in their order
 * @param places the symbols whose addresses the linker writes into the file, by the offset in the file
 */
public record ObjectFile(List<Symbol> symbols, Map<Long, Symbol> places) {
    private static final int ELF = 0x7f454c46;
    private static final int MACH_O_64 = 0xfeedfacf;

    public ObjectFile {
        symbols = List.copyOf(symbols);
        places = new TreeMap<>(places);
    }

    /**
     * A symbol, as the linker knows it: {@code _open} on macOS.
     *
     * @param undefined true if another file defines it
     */
    public record Symbol(String name, boolean undefined) {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is none of the three formats, or damaged
     */
    public static ObjectFile read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (ByteBuffer.wrap(file).getInt(0) == ELF) {
                return new ElfObject(bytes).read();
            }
            return bytes.getInt(0) == MACH_O_64 ? new MachObject(bytes).read() : new CoffObject(bytes).read();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("this is no object file of a compiler", e);
        }
    }

    /** The names of the symbols that other files define. */
    public List<String> undefined() {
        return symbols.stream()
                .filter(symbol -> symbol.undefined() && !symbol.name().isEmpty())
                .map(Symbol::name)
                .distinct()
                .toList();
    }

    /** The symbol whose address the linker writes at an offset of the file. */
    public Optional<Symbol> at(long offset) {
        return Optional.ofNullable(places.get(offset));
    }

    static String text(ByteBuffer bytes, int start) {
        int end = start;
        while (bytes.get(end) != 0) {
            end++;
        }
        return text(bytes, start, end - start);
    }

    static String text(ByteBuffer bytes, int start, int length) {
        byte[] text = new byte[length];
        bytes.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
