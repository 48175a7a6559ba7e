package io.github.cffi4j.compiler.compile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a link keeps for debuggers.
 *
 * @param stripped whether symbols and debug information are left out
 * @param buildId by which a library and its symbol file know each other, hexadecimal
 * @param soname the name of the library, if the file that is linked has another
 * @param link the object that names the symbol file
 */
record LinkSymbols(boolean stripped, Optional<String> buildId, Optional<String> soname, Optional<Path> link) {
    /** All of them, or none. */
    static LinkSymbols inside(boolean stripped) {
        return new LinkSymbols(stripped, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
