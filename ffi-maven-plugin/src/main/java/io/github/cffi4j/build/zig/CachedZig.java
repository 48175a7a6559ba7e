package io.github.cffi4j.build.zig;

import io.github.cffi4j.build.fetch.FetchException;
import io.github.cffi4j.build.fetch.Sha256;
import io.github.cffi4j.build.fetch.SharedDirectory;
import io.github.cffi4j.build.fetch.UserCache;
import io.github.cffi4j.build.fetch.WrongHashException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The zig that an earlier build of this user fetched. */
record CachedZig(UserCache cache, ZigRelease release, ZigInspector inspector) implements ZigSource.Local {
    private static final String STAMP = "verified.properties";

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public ZigAnswer find() {
        Path home = directory().path();
        Path executable = home.resolve(release.host().executableName());
        if (!Files.isDirectory(home)) {
            return new ZigAnswer.Missing("nothing in " + home);
        }
        try {
            ZigStamp stamp = ZigStamp.read(home.resolve(STAMP));
            if (release.executables().contains(stamp.sha256())
                    && stamp.fits(executable)
                    && Files.isDirectory(home.resolve("lib"))) {
                return new ZigAnswer.Found(new Zig(
                        executable, home.resolve("lib"), release.version(), "cache, from " + stamp.origin(), true));
            }
        } catch (IOException | IllegalArgumentException e) {
            // A damaged folder is as good as one that was changed.
        }
        return new ZigAnswer.Missing(home + " was changed since it was verified");
    }

    /** The folder to lock and fill. */
    SharedDirectory directory() {
        return new SharedDirectory(cache.zig().resolve(release.version() + "-" + release.host()));
    }

    /**
     * Fills the cache; only under the lock of {@link #directory}.
     *
     * @throws WrongHashException if the archive was right but the program in it is not a known one
     */
    void fill(ZigSource.Remote source) throws IOException, InterruptedException {
        directory().replace(home -> {
            source.unpackInto(home);
            Path executable = home.resolve(release.host().executableName());
            if (!Files.isRegularFile(executable) || !Files.isDirectory(home.resolve("lib"))) {
                throw new FetchException("what came has no " + executable.getFileName() + " beside a lib folder");
            }
            Sha256 found = Sha256.of(executable);
            if (!release.executables().contains(found)) {
                throw new WrongHashException(
                        executable.getFileName() + " from " + source.name(), release.executables(), found);
            }
            requireThatItRuns(executable);
            ZigStamp.of(executable, found, source.name()).write(home.resolve(STAMP));
        });
    }

    /** Better said here than by the first compile: the cache may be on a disk that forbids programs. */
    private void requireThatItRuns(Path executable) throws IOException, InterruptedException {
        try {
            inspector.askVersion(executable);
        } catch (IOException e) {
            throw new FetchException(
                    "zig was fetched but does not run from " + executable + ": " + e.getMessage()
                            + "; if programs may not run there, name another folder with -Dffi.cache.dir=<folder>",
                    e);
        }
    }
}
