package io.github.cffi4j.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A folder of verified libraries, each below its own digest: {@code <cache>/<sha256>/<file name>}.
 *
 * <p>Any number of threads and processes may use one folder at once: files appear complete, by an atomic move, and every
 * hit is hashed. A file that is not what its folder says is replaced.
 */
final class LibraryCache {
    private static final AtomicInteger WRITES = new AtomicInteger();

    private final Path folder;
    private final Set<UserPrincipal> users;

    LibraryCache(Path folder, Set<UserPrincipal> users) {
        this.folder = folder;
        this.users = users;
    }

    /** The file of a library; taken from its jar only if the cache does not hold it yet. */
    Path provide(PinnedLibrary library) throws IOException {
        Path cache = PrivateFolder.open(folder, users);
        Path entry = PrivateFolder.open(cache.resolve(library.digest().hex()), users);
        Path file = entry.resolve(library.fileName());
        if (!holds(file, library.digest())) {
            write(file, library);
        }
        return file;
    }

    private static boolean holds(Path file, Sha256 digest) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Sha256.of(Files.readAllBytes(file)).equals(digest);
        } catch (IOException e) {
            // What cannot be read cannot be right either.
            return false;
        }
    }

    private static void write(Path file, PinnedLibrary library) throws IOException {
        byte[] content = library.verifiedContent();
        Path temporary = file.resolveSibling("%s.%d-%d-%d.tmp"
                .formatted(
                        library.fileName(),
                        ProcessHandle.current().pid(),
                        System.nanoTime(),
                        WRITES.incrementAndGet()));
        try {
            Files.createFile(temporary, PrivateFolder.permissions(temporary, "rw-------"));
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Windows does not replace a library in use. Then another process was faster, with the same bytes.
            if (!holds(file, library.digest())) {
                throw e;
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
