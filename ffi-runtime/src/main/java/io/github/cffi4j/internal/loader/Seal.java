package io.github.cffi4j.internal.loader;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The memory that a file was hashed and found right: what the file system said of it then, kept beside it. While it says
 * the same, the bytes are the same, and hashing them again (60 ms a megabyte in a JVM that has just started) is saved.
 *
 * <p>A changed file has another inode or another time of change, which no program can set back. Where there are no such
 * (Windows), size and times have to do. docs/decisions/0005-sealed-cache.md tells more.
 */
final class Seal {
    /** FAT has the coarsest clock of the file systems in use. */
    private static final int SETTLED_MILLIS = 2000;

    private Seal() {}

    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ".verified");
    }

    /** Returns true if this user sealed the file when its facts were these. */
    static boolean isIntact(Path file, FileFacts facts, CurrentUser user) {
        Path seal = of(file);
        // Not by Files, which has channels to initialise first.
        try (FileInputStream stream = new FileInputStream(seal.toString())) {
            return FileFacts.of(seal).isOf(user, seal)
                    && new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1).equals(text(facts));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Seals a file that was verified when these were its facts. A file that cannot be sealed is hashed again next time, and
     * so is one that is new: a file system's clock ticks slowly, and does not tell two changes in one tick apart.
     *
     * @param now in milliseconds
     */
    static void put(Path file, FileFacts facts, long now) {
        if (now - facts.changed() < SETTLED_MILLIS) {
            return;
        }
        try {
            AtomicFile.write(of(file), text(facts).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            LoaderLog.debug("cannot seal {}: {}", file, e.toString());
        }
    }

    private static String text(FileFacts facts) {
        return facts.number() + " " + facts.changed() + " " + facts.modified() + " " + facts.size() + "\n";
    }
}
