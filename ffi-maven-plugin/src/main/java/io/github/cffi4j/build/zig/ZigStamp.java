package io.github.cffi4j.build.zig;

import io.github.cffi4j.build.fetch.Sha256;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the cache notes about a program after hashing it, so that the next builds need not hash it again.
 *
 * @param sha256 the hash it had
 * @param size in bytes
 * @param modified its time stamp, in milliseconds since 1970
 * @param origin where it was fetched from
 */
record ZigStamp(Sha256 sha256, long size, long modified, String origin) {

    static ZigStamp of(Path executable, Sha256 sha256, String origin) throws IOException {
        return new ZigStamp(
                sha256,
                Files.size(executable),
                Files.getLastModifiedTime(executable).toMillis(),
                origin);
    }

    /** Whether the program still looks as it did when it was hashed. */
    boolean fits(Path executable) throws IOException {
        return size == Files.size(executable)
                && modified == Files.getLastModifiedTime(executable).toMillis();
    }

    /**
     * @throws IllegalArgumentException if the file is damaged
     */
    static ZigStamp read(Path file) throws IOException {
        Properties stamp = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stamp.load(reader);
        }
        return new ZigStamp(
                new Sha256(stamp.getProperty("sha256", "")),
                Long.parseLong(stamp.getProperty("size")),
                Long.parseLong(stamp.getProperty("modified")),
                stamp.getProperty("origin"));
    }

    void write(Path file) throws IOException {
        Properties stamp = new Properties();
        stamp.setProperty("sha256", sha256.hex());
        stamp.setProperty("size", Long.toString(size));
        stamp.setProperty("modified", Long.toString(modified));
        stamp.setProperty("origin", origin);
        try (Writer writer = Files.newBufferedWriter(file)) {
            stamp.store(writer, null);
        }
    }
}
