package io.github.cffi4j.dynamic;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The libraries that the loader of a Linux knows: in glibc's cache file, or for musl in its folders. */
final class LinkerCache {
    private static final byte[] MAGIC = "glibc-ld.so.cache1.1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 48;
    private static final int ENTRY_BYTES = 24;
    private static final int NAME_IN_ENTRY = 4;
    private static final int MAX_NAME = 256;

    private LinkerCache() {}

    /** Returns the sonames of a library, such as {@code libz.so.1} for {@code z}; none if nothing tells. */
    static List<String> sonames(String name) {
        String prefix = "lib" + name + ".so.";
        Set<String> found = new TreeSet<>();
        try {
            read(Files.readAllBytes(Path.of("/etc/ld.so.cache")), prefix, found);
        } catch (IOException noGlibc) {
            for (String folder : List.of("/lib", "/usr/lib", "/usr/local/lib")) {
                list(Path.of(folder), prefix, found);
            }
        }
        return new ArrayList<>(found);
    }

    private static void list(Path folder, String prefix, Set<String> found) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                // Of libz.so.1.2.13 and libz.so.1, which leads to it, the shorter one is what others ask for.
                if (name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0) {
                    found.add(name);
                }
            }
        } catch (IOException missing) {
            return;
        }
    }

    /** Reads what ldconfig writes, which has sonames only; a file of another format has nothing. */
    static void read(byte[] cache, String prefix, Set<String> found) {
        int start = start(cache);
        if (start < 0) {
            return;
        }
        ByteBuffer numbers = ByteBuffer.wrap(cache).order(ByteOrder.nativeOrder());
        int count = numbers.getInt(start + MAGIC.length);
        for (int i = 0; i < count; i++) {
            int entry = start + HEADER_BYTES + i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > cache.length) {
                return;
            }
            long name = start + (numbers.getInt(entry + NAME_IN_ENTRY) & 0xFFFF_FFFFL);
            if (name < cache.length) {
                String text = text(cache, (int) name);
                if (text.startsWith(prefix)) {
                    found.add(text);
                }
            }
        }
    }

    /** Older systems have another format before it. */
    private static int start(byte[] cache) {
        for (int at = 0; at + HEADER_BYTES <= cache.length; at += 4) {
            int same = 0;
            while (same < MAGIC.length && cache[at + same] == MAGIC[same]) {
                same++;
            }
            if (same == MAGIC.length) {
                return at;
            }
        }
        return -1;
    }

    private static String text(byte[] cache, int start) {
        int end = start;
        while (end < cache.length && end - start < MAX_NAME && cache[end] != 0) {
            end++;
        }
        boolean whole = end < cache.length && cache[end] == 0;
        return whole ? new String(cache, start, end - start, StandardCharsets.UTF_8) : "";
    }
}
