package io.github.cffi4j.compiler.compile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The symbols that a link keeps for debuggers.
 *
 * @param stripped whether symbols and debug information are left out
 * @param buildId by which a library and its symbol file know each other, hexadecimal
 * @param soname the name of the library, if the file that is linked has another
 * @param link the object that names the symbol file
 * @param folder where the linker runs and finds all objects, if it writes a PDB: one that names no folder of the machine
 */
record LinkSymbols(
        boolean stripped,
        Optional<String> buildId,
        Optional<String> soname,
        Optional<Path> link,
        Optional<Path> folder) {
    /** All of them, or none. */
    static LinkSymbols inside(boolean stripped) {
        return new LinkSymbols(stripped, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The symbols of an ELF library that has a build id.
     *
     * @param link in the library, but not in its symbol file
     */
    static LinkSymbols elf(String buildId, String soname, Optional<Path> link) {
        return new LinkSymbols(link.isPresent(), Optional.of(buildId), Optional.of(soname), link, Optional.empty());
    }

    /** In a PDB beside the library. */
    static LinkSymbols pdb(Path folder) {
        return new LinkSymbols(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(folder));
    }

    /** The same for a link with zig's full run time: a PDB would name where the user's cache is. */
    LinkSymbols inFull() {
        return folder.isEmpty() ? this : new LinkSymbols(true, buildId, soname, link, folder);
    }
}
