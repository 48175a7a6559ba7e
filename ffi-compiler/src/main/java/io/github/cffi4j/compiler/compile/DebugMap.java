package io.github.cffi4j.compiler.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A library for macOS with its symbols, as a symbol file: it has the UUID of the library without them, which has the same code at the same
 * addresses. Its debug map names the object files, in which the debug information is; here by their names in a folder beside it, and
 * without the times at which they were written.
 */
final class DebugMap {
    private static final int MAGIC_64 = 0xfeedfacf;
    private static final int HEADER = 32;
    private static final int LC_SYMTAB = 0x2;
    private static final int LC_SEGMENT_64 = 0x19;
    private static final int LC_UUID = 0x1b;
    private static final int LC_CODE_SIGNATURE = 0x1d;
    private static final int UUID_BYTES = 16;
    private static final int NLIST = 16;
    private static final int N_OSO = 0x66;
    private static final int SEGMENT_FILE_OFFSET = 40;
    private static final int SEGMENT_FILE_SIZE = 48;

    private final ByteBuffer file;
    private final Map<Integer, Integer> commands = new HashMap<>();
    private int linkEdit;

    private DebugMap(byte[] bytes) throws IOException {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (file.getInt(0) != MAGIC_64) {
            throw new IOException("no 64-bit Mach-O file");
        }
        int at = HEADER;
        for (int count = file.getInt(16); count > 0; count--) {
            int command = file.getInt(at);
            commands.put(command, at);
            if (command == LC_SEGMENT_64 && text(at + 8).equals("__LINKEDIT")) {
                linkEdit = at;
            }
            at += file.getInt(at + 4);
        }
    }

    /**
     * Rewrites a library that was linked with its symbols.
     *
     * @param stripped the same library without them
     * @param folder the name of the folder that the object files are in
     */
    static void write(Path unstripped, Path stripped, String folder, Path to) throws IOException {
        DebugMap map = new DebugMap(Files.readAllBytes(unstripped));
        byte[] uuid = new DebugMap(Files.readAllBytes(stripped)).uuid();
        Files.write(to, map.rewritten(uuid, folder));
    }

    private byte[] uuid() throws IOException {
        int at = command(LC_UUID) + 8;
        return Arrays.copyOfRange(file.array(), at, at + UUID_BYTES);
    }

    private byte[] rewritten(byte[] uuid, String folder) throws IOException {
        int symtab = command(LC_SYMTAB);
        int symbols = file.getInt(symtab + 8);
        int strings = file.getInt(symtab + 16);
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        // The first one is empty: 0 stands for no name.
        names.write(0);
        for (int i = 0; i < file.getInt(symtab + 12); i++) {
            int symbol = symbols + i * NLIST;
            String name = text(strings + file.getInt(symbol));
            if (Byte.toUnsignedInt(file.get(symbol + 4)) == N_OSO) {
                name = folder + "/" + name.substring(name.lastIndexOf('/') + 1);
                file.putLong(symbol + 8, 0);
            }
            file.putInt(symbol, name.isEmpty() ? 0 : names.size());
            if (!name.isEmpty()) {
                names.writeBytes(name.getBytes(StandardCharsets.UTF_8));
                names.write(0);
            }
        }
        file.putInt(symtab + 20, names.size());
        file.put(command(LC_UUID) + 8, uuid);
        int end = strings + names.size();
        // A file that is not run needs no signature, which is at the end.
        Integer signature = commands.get(LC_CODE_SIGNATURE);
        if (signature != null) {
            file.putInt(signature + 8, end).putInt(signature + 12, 0);
        }
        file.putLong(linkEdit + SEGMENT_FILE_SIZE, end - file.getLong(linkEdit + SEGMENT_FILE_OFFSET));
        byte[] rewritten = Arrays.copyOf(Arrays.copyOf(file.array(), strings), end);
        System.arraycopy(names.toByteArray(), 0, rewritten, strings, names.size());
        return rewritten;
    }

    private int command(int command) throws IOException {
        Integer at = commands.get(command);
        if (at == null) {
            throw new IOException("a Mach-O file without the load command " + command);
        }
        return at;
    }

    private String text(int at) {
        int end = at;
        while (file.get(end) != 0) {
            end++;
        }
        return new String(file.array(), at, end - at, StandardCharsets.UTF_8);
    }
}
