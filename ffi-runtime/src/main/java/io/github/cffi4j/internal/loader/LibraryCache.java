package io.github.cffi4j.internal.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * A folder of verified libraries, each below its own digest: {@code <cache>/<sha256>/<file name>}.
 *
 * <p>Any number of threads and processes may use one folder at once: files appear complete, by an atomic move. Every hit
 * is hashed, unless its {@link Seal} shows that it was hashed before and not changed since. A file that is not what its
 * folder says is replaced.
 */
final class LibraryCache {
    /** An entry's folder is dated by its last use, to so many days: a warm start writes nothing, but for this. */
    private static final int USE_DAYS = 7;

    private final Path folder;
    private final CurrentUser user;

    LibraryCache(Path folder, CurrentUser user) {
        this.folder = folder;
        this.user = user;
    }

    /**
     * The file of a library; taken from its jar only if the cache does not hold it yet.
     *
     * @param copy 0, or more where the JVM wants another file for another class loader
     */
    Path provide(PinnedLibrary library, int copy) throws IOException {
        PrivateFolder cache = PrivateFolder.open(folder, user);
        String hex = library.digest().hex();
        PrivateFolder entry = cache.child(copy == 0 ? hex : hex + "-" + copy);
        Path file = entry.path().resolve(System.mapLibraryName(library.name()));
        if (holds(file, library.digest())) {
            noteUse(entry);
        } else {
            write(file, library);
            new CachePruner(cache.path(), System.currentTimeMillis()).prune(entry.path());
        }
        return file;
    }

    /**
     * The file of a library in a new folder, which is removed when the process ends.
     *
     * @param parent which users may share
     */
    static Path provideOnce(PinnedLibrary library, Path parent, CurrentUser user) throws IOException {
        Path folder = PrivateFolder.createNew(parent, user);
        folder.toFile().deleteOnExit();
        Path file = folder.resolve(System.mapLibraryName(library.name()));
        file.toFile().deleteOnExit();
        AtomicFile.write(file, library.verifiedContent());
        return file;
    }

    private boolean holds(Path file, Sha256 digest) {
        try {
            FileFacts facts = FileFacts.of(file);
            return facts.isFile()
                    && facts.isOf(user, file)
                    && (Seal.isIntact(file, facts, user) || hasDigest(file, facts, digest));
        } catch (IOException e) {
            // What cannot be read cannot be right either.
            return false;
        }
    }

    private static boolean hasDigest(Path file, FileFacts before, Sha256 digest) throws IOException {
        boolean right = digest.isOf(Files.readAllBytes(file));
        if (right && FileFacts.of(file).isSameFile(before)) {
            Seal.put(file, before, System.currentTimeMillis());
        }
        return right;
    }

    private void write(Path file, PinnedLibrary library) throws IOException {
        byte[] content = library.verifiedContent();
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            // Windows does not replace a library in use. Then another process was faster, with the same bytes.
            if (!holds(file, library.digest())) {
                throw e;
            }
        }
    }

    private static void noteUse(PrivateFolder entry) {
        long now = System.currentTimeMillis();
        // In both directions, for clocks that jump.
        if (Math.abs(now - entry.facts().modified()) > TimeUnit.DAYS.toMillis(USE_DAYS)) {
            try {
                Files.setLastModifiedTime(entry.path(), FileTime.fromMillis(now));
            } catch (IOException e) {
                LoaderLog.debug("cannot note the use of {}: {}", entry.path(), e.toString());
            }
        }
    }
}
