package io.github.cffi4j.audit.read;

import io.github.cffi4j.audit.bytes.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the object files of a jar, by content. Nothing is unpacked to disk. */
public final class JarReader {
    /** Of all object files together. A jar can be made that grows a thousandfold; real ones grow to three or four times. */
    private static final long MOST_BYTES = 1L << 30;

    private static final long LEAST_BYTES = 16 << 20;
    private static final int TIMES_THE_JAR = 32;

    private JarReader() {}

    /**
     * An entry.
     *
     * @param name its path in the jar
     */
    public record JarEntry(String name, byte[] bytes) {}

    /** The entries that are object files, in the order of the jar. */
    public static List<JarEntry> read(Path jar) throws IOException {
        List<JarEntry> found = new ArrayList<>();
        long most = Math.min(MOST_BYTES, LEAST_BYTES + TIMES_THE_JAR * Files.size(jar));
        long left = most;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    byte[] head = content.readNBytes(LibraryReader.HEAD);
                    if (isObjectFile(head)) {
                        byte[] rest = content.readNBytes((int) left);
                        left -= rest.length;
                        if (left <= 0) {
                            throw new IOException("the native libraries of " + jar + " have more than " + most
                                    + " bytes, which is more than" + " such a jar can honestly hold");
                        }
                        found.add(new JarEntry(entry.getName(), joined(head, rest)));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isObjectFile(byte[] head) {
        try {
            return LibraryReader.isObjectFile(head);
        } catch (MalformedFileException e) {
            throw new IllegalStateException("the first bytes are always enough", e);
        }
    }

    private static byte[] joined(byte[] head, byte[] rest) {
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }
}
