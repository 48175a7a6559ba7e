package io.github.cffi4j.it.platforms;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The table that a binding's library carries, as the generated C declares it.
 *
 * @param head its format, the fingerprint of the cdef, the number of values
 * @param expressions the values, in C
 */
record LayoutValues(List<Long> head, List<String> expressions) {

    /** Reads the generated C as a platform's compiler sees it. */
    static LayoutValues declared(Path file, String name, Platform platform) throws IOException {
        List<String> table = Files.readAllLines(file).stream()
                .dropWhile(line -> !line.contains(name + "[] = {"))
                .skip(1)
                .takeWhile(line -> !line.equals("};"))
                .map(line -> line.strip().replaceAll(",$", ""))
                .toList();
        List<String> lines = new ArrayList<>();
        boolean seen = true;
        for (String line : table) {
            if (line.startsWith("#if FFI_ON(")) {
                seen = RuledValues.on(platform, line.substring("#if FFI_ON(".length(), line.length() - 1));
            } else if (line.equals("#else")) {
                seen = !seen;
            } else if (line.equals("#endif")) {
                seen = true;
            } else if (line.startsWith("#")) {
                throw new IllegalStateException("not understood: " + line);
            } else if (seen) {
                lines.add(line);
            }
        }
        List<Long> head = lines.subList(0, 3).stream()
                .map(number -> Long.parseUnsignedLong(
                        number.replaceAll("\\(ffi_jlong\\)0x|ULL", ""), number.contains("0x") ? 16 : 10))
                .toList();
        List<String> expressions = lines.subList(3, lines.size());
        if (head.get(2) != expressions.size()) {
            throw new IllegalStateException(file + " counts " + head.get(2) + " values and has " + expressions.size());
        }
        return new LayoutValues(head, expressions);
    }

    /** The values in a library, found by the head: no reader of its format is asked. */
    List<Long> in(byte[] library, Platform platform) {
        ByteBuffer bytes = ByteBuffer.wrap(library)
                .order(platform.arch().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 24 <= library.length; at += 4) {
            if (bytes.getLong(at) == head.get(0)
                    && bytes.getLong(at + 8) == head.get(1)
                    && bytes.getLong(at + 16) == head.get(2)) {
                List<Long> values = new ArrayList<>();
                for (int i = 0; i < expressions.size(); i++) {
                    values.add(bytes.getLong(at + 24 + 8 * i));
                }
                return values;
            }
        }
        throw new IllegalStateException("the library has no such table");
    }
}
