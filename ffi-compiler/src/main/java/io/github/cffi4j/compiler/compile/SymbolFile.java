package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.text.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The file with the symbols and debug information of a library. Debuggers know that of an ELF library by the build id that both
 * have, and by its name and checksum, which the library has in its section {@code .gnu_debuglink}; and a PDB by its name and the
 * GUID that both have. That of a library for macOS has the same UUID, and names the object files that have the debug information.
 */
public final class SymbolFile {
    private static final String SUFFIX = ".debug";
    private static final String DLL = ".dll";
    private static final String PDB = ".pdb";
    private static final String DYLIB = ".dylib";

    /** As the debug map of a library for macOS names it. */
    static final String OBJECTS = "objects";

    private static final int ID_BYTES = 20;
    private static final int BLOCK_SIZE = 32;
    private static final int DIRECTORY_MAP = 52;
    private static final int AGE = 8;
    private static final int GUID = 12;

    /** The head of the note: 4 bytes of name, 20 of id, type 3, and the name. */
    private static final List<String> NOTES =
            List.of("040000001400000003000000474e5500", "000000040000001400000003474e5500");

    private SymbolFile() {}

    /** Where the symbols of a library are, if it was linked with such a file. */
    public static Path of(Path library) {
        String name = library.getFileName().toString();
        return library.resolveSibling(name.endsWith(DLL) ? name.replace(DLL, PDB) : name + SUFFIX);
    }

    /** The folder with the object files that the symbol file of a library for macOS names. */
    static Path objects(Path symbols) {
        return symbols.resolveSibling(symbols.getFileName() + ".objects");
    }

    /**
     * The files that debuggers need, by their paths below a folder that they are told of: for gdb by the build id, for Windows' debuggers as
     * on a symbol server. A file for macOS has the library's own name, and the object files beside it.
     *
     * @throws IOException if the file has no identity
     */
    public static Map<String, Path> store(Path symbols) throws IOException {
        String name = symbols.getFileName().toString();
        if (name.endsWith(PDB)) {
            return Map.of(name + "/" + readGuid(symbols) + "/" + name, symbols);
        } else if (name.endsWith(DYLIB + SUFFIX)) {
            Map<String, Path> files = new TreeMap<>(Map.of(name.replace(SUFFIX, ""), symbols));
            try (DirectoryStream<Path> objects = Files.newDirectoryStream(objects(symbols))) {
                objects.forEach(object -> files.put(OBJECTS + "/" + object.getFileName(), object));
            }
            return files;
        }
        String id = readBuildId(symbols);
        return Map.of(".build-id/" + id.substring(0, 2) + "/" + id.substring(2) + SUFFIX, symbols);
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
    static String readBuildId(Path file) throws IOException {
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

    /** The files below a folder that a PDB names, by their names. */
    static Map<String, Path> namedBelow(Path folder, Path pdb) throws IOException {
        Map<String, Path> named = new HashMap<>();
        String text = Files.readString(pdb, StandardCharsets.ISO_8859_1);
        String start = new String(folder.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
            String path = text.substring(at, text.indexOf('\0', at));
            Path file = Path.of(new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            named.put(file.getFileName().toString(), file);
        }
        return named;
    }

    /**
     * Reads the GUID and age of a PDB, as symbol servers write them. A PDB is a file of blocks: the head names the block with the list
     * of the blocks of the directory, the directory has the sizes of all streams and then their blocks, and stream 1 has the GUID.
     */
    private static String readGuid(Path file) throws IOException {
        ByteBuffer pdb = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int blockSize = pdb.getInt(BLOCK_SIZE);
            int directory = pdb.getInt(pdb.getInt(DIRECTORY_MAP) * blockSize) * blockSize;
            int streams = pdb.getInt(directory);
            int blocksOfFirst = (pdb.getInt(directory + Integer.BYTES) + blockSize - 1) / blockSize;
            int info = pdb.getInt(directory + (1 + streams + blocksOfFirst) * Integer.BYTES) * blockSize;
            int age = pdb.getInt(info + AGE);
            return Text.format(
                    "%08X%04X%04X%016X%X",
                    pdb.getInt(info + GUID),
                    pdb.getShort(info + GUID + Integer.BYTES),
                    pdb.getShort(info + GUID + Integer.BYTES + Short.BYTES),
                    pdb.order(ByteOrder.BIG_ENDIAN).getLong(info + GUID + Long.BYTES),
                    age);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException(file + " is no PDB", e);
        }
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
