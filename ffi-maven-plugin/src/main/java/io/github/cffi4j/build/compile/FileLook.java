package io.github.cffi4j.build.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * How a file looks from outside: size, time stamp, and which file it is where the system tells. As long as that stays, so
 * does its content; reading and hashing everything anew is most of what a build without work would cost.
 */
final class FileLook {
    /** Some file systems count in whole seconds, or two: what they say of a file just written may be true of the next. */
    private static final Duration COARSE = Duration.ofSeconds(3);

    private FileLook() {}

    /** The look of a regular file, without blanks. */
    static String at(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(file.toString());
        }
        Instant modified = attributes.lastModifiedTime().toInstant();
        String look = attributes.size() + ":" + modified + ":" + attributes.fileKey();
        boolean settled =
                modified.getNano() != 0 || modified.isBefore(Instant.now().minus(COARSE));
        return (settled ? look : look + ":" + System.nanoTime()).replace(' ', '_');
    }
}
