package io.github.cffi4j.compiler.object;

import java.util.Set;

/** Changes an object so that a library made of it is loaded without some symbols: their address is 0. */
public final class WeakSymbols {
    private static final int WEAK_BINDING = 2 << 4;
    private static final int WEAK_REFERENCE = 0x40;

    private WeakSymbols() {}

    /**
     * Returns the object with weak references to symbols of other files.
     *
     * @param file of ELF or Mach-O
     * @param names of symbols, as the linker knows them
     */
    public static byte[] weakened(byte[] file, Set<String> names) {
        byte[] changed = file.clone();
        boolean elf = ObjectFile.elf(file);
        for (ObjectFile.Symbol symbol : ObjectFile.read(file).symbols()) {
            if (symbol.undefined() && names.contains(symbol.name())) {
                int at = symbol.binding();
                changed[at] = (byte) (elf ? WEAK_BINDING | changed[at] & 0xf : changed[at] | WEAK_REFERENCE);
            }
        }
        return changed;
    }
}
