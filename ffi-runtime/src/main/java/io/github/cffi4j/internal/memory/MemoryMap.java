package io.github.cffi4j.internal.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process as the operating system tells it: Linux does. Stateless. */
public final class MemoryMap {
    private static final Path MAP = Path.of("/proc/self/maps");

    private MemoryMap() {}

    /**
     * Returns true if the system says that all of it is there and can be read. The map is no snapshot: it is read in pieces while
     * other threads change it, and what grows meanwhile can be missed. So one no is not enough.
     */
    public static boolean isReadable(long address, long bytes) {
        return isInMap(address, bytes) || isInMap(address, bytes);
    }

    private static boolean isInMap(long address, long bytes) {
        long next = address;
        long end = address + bytes;
        try (BufferedReader lines = Files.newBufferedReader(MAP, StandardCharsets.ISO_8859_1)) {
            // Ascending, such as "7f1c5e3d0000-7f1c5e3f2000 r-xp 00001000 08:01 4321 /lib/libc.so.6".
            for (String line = lines.readLine();
                    line != null && Long.compareUnsigned(next, end) < 0;
                    line = lines.readLine()) {
                int dash = line.indexOf('-');
                int blank = line.indexOf(' ');
                long start = Long.parseUnsignedLong(line.substring(0, dash), 16);
                long stop = Long.parseUnsignedLong(line.substring(dash + 1, blank), 16);
                boolean holds = Long.compareUnsigned(start, next) <= 0 && Long.compareUnsigned(next, stop) < 0;
                if (holds && line.charAt(blank + 1) == 'r') {
                    next = stop;
                }
            }
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
        return Long.compareUnsigned(next, end) >= 0;
    }
}
