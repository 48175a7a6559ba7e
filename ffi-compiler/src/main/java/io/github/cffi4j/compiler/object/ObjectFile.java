package io.github.cffi4j.compiler.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An object file of a compiler: ELF, Mach-O or COFF.
 *
 * @param symbols in their order
 * @param places the symbols whose addresses the linker writes into the file, by the offset in the file
 * @param users the functions that use a symbol of another file, by the name of that symbol; the empty name is one for all that is no
 *     function
 */
public record ObjectFile(List<Symbol> symbols, Map<Long, Symbol> places, Map<String, Set<String>> users) {
    private static final int ELF = 0x7f454c46;
    private static final int MACH_O_64 = 0xfeedfacf;

    public ObjectFile {
        symbols = List.copyOf(symbols);
        places = new TreeMap<>(places);
        users = new TreeMap<>(users);
    }

    /**
     * A symbol, as the linker knows it: {@code _open} on macOS.
     *
     * @param undefined true if another file defines it
     * @param binding the offset in the file of the byte that says how the symbol is bound
     */
    public record Symbol(String name, boolean undefined, int binding) {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is none of the three formats, or damaged
     */
    public static ObjectFile read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (elf(file)) {
                return new ElfObject(bytes).read();
            }
            return bytes.getInt(0) == MACH_O_64 ? new MachObject(bytes).read() : new CoffObject(bytes).read();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("this is no object file of a compiler", e);
        }
    }

    static boolean elf(byte[] file) {
        return ByteBuffer.wrap(file).getInt(0) == ELF;
    }

    /** The names of the symbols that other files define. */
    public List<String> undefined() {
        return symbols.stream()
                .filter(symbol -> symbol.undefined() && !symbol.name().isEmpty())
                .map(Symbol::name)
                .distinct()
                .toList();
    }

    /** The functions that use a symbol of another file. The empty name stands for all that is no function. */
    public Set<String> users(String symbol) {
        return users.getOrDefault(symbol, Set.of());
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
