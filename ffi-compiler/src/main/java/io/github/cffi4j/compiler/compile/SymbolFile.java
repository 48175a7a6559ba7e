package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The file with the symbols and debug information of an ELF library. Debuggers know it by the build id that both have, and by
 * its name and checksum, which the library has in its section {@code .gnu_debuglink}.
 */
public final class SymbolFile {
    private static final String SUFFIX = ".debug";
    private static final int ID_BYTES = 20;

    /** The head of the note: 4 bytes of name, 20 of id, type 3, and the name. */
    private static final List<String> NOTES =
            List.of("040000001400000003000000474e5500", "000000040000001400000003474e5500");

    private SymbolFile() {}

    /** Where the symbols of a library are, if it was linked with such a file. */
    public static Path of(Path library) {
        return library.resolveSibling(library.getFileName() + SUFFIX);
    }

    /** A build id for what is linked from these inputs: the same on every machine. Hexadecimal. */
    static String buildId(List<String> inputs) {
        String text = String.join("\n", inputs);
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 2 * ID_BYTES);
    }

    /**
     * Reads the build id of an ELF file. Hexadecimal.
     *
     * @throws IOException if it has none
     */
    public static String readBuildId(Path file) throws IOException {
        String hex = HexFormat.of().formatHex(Files.readAllBytes(file));
        for (String note : NOTES) {
            int found = hex.indexOf(note);
            if (found >= 0) {
                int id = found + note.length();
                return hex.substring(id, id + 2 * ID_BYTES);
            }
        }
        throw new IOException(file + " has no build id");
    }

    /** The assembler's text of the section that names a symbol file. */
    static String debugLink(Path symbols) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(symbols));
        return Text.format("""
                .section .gnu_debuglink,"",%%progbits
                .asciz "%s"
                .balign 4
                .4byte 0x%s
                .section .note.GNU-stack,"",%%progbits
                """, symbols.getFileName(), HexFormat.of().toHexDigits((int) checksum.getValue()));
    }
}
