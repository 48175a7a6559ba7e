package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileLook;
import io.github.cffi4j.compiler.fetch.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file as it was at one moment.
 *
 * @param path absolute
 * @param hash of its content, in hexadecimal digits
 * @param look what tells without reading it that its content is still the same: see {@link FileLook}
 */
public record HashedFile(Path path, String hash, String look) {

    /**
     * Reads a file that looks so. The look is from before it is read: a file that changes meanwhile looks changed the next
     * time.
     */
    static HashedFile of(Path file, String look) throws IOException {
        return new HashedFile(file, Sha256.of(file).hex(), look);
    }

    /** On one line, for {@link #parse}. */
    String line() {
        return hash + " " + look + " " + path;
    }

    /**
     * @throws IllegalArgumentException if it is no such line
     */
    static HashedFile parse(String line) {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        if (second < 0) {
            throw new IllegalArgumentException("not a hash, a look and a path: " + line);
        }
        return new HashedFile(
                Path.of(line.substring(second + 1)), line.substring(0, first), line.substring(first + 1, second));
    }
}
