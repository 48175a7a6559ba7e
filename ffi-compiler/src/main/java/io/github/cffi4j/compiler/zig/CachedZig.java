package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.FetchException;
import io.github.cffi4j.compiler.fetch.FolderContent;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SharedDirectory;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.fetch.WrongHashException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The zig that an earlier build of this user fetched, or that came with the cache from elsewhere. */
record CachedZig(UserCache cache, ZigRelease release, ZigInspector inspector) implements ZigSource.Local {
    private static final String ORIGIN = "origin";

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public ZigAnswer find() throws InterruptedException {
        Path home = directory().path();
        if (!Files.isDirectory(home)) {
            return new ZigAnswer.Missing("nothing in " + home);
        }
        try {
            if (Files.isDirectory(library())
                    && release.executables().contains(inspector.sha256(executable()))
                    && release.libraries().contains(inspector.library(library(), release.libraries()))) {
                return new ZigAnswer.Found(
                        new Zig(executable(), library(), release.version(), "cache" + origin(), true));
            }
        } catch (IOException | IllegalArgumentException e) {
            // A damaged folder is as good as one that was changed.
        }
        return new ZigAnswer.Missing(home + " is not what was fetched: it was damaged or changed");
    }

    /** Returns true if the {@code lib} folder is a known one; looks at each file. */
    boolean intact() throws InterruptedException {
        try {
            return release.libraries().contains(inspector.library(library()));
        } catch (IOException e) {
            return false;
        }
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
            Path library = home.resolve("lib");
            if (!Files.isRegularFile(executable) || !Files.isDirectory(library)) {
                throw new FetchException("what came has no " + executable.getFileName() + " beside a lib folder");
            }
            Sha256 found = Sha256.of(executable);
            if (!release.executables().contains(found)) {
                throw new WrongHashException(
                        executable.getFileName() + " from " + source.name(), release.executables(), found);
            }
            Sha256 content = FolderContent.hash(library);
            if (!release.libraries().contains(content)) {
                // The archive's own hash was right: no reason to ask no other source.
                throw new FetchException(
                        "the lib folder that came has the hash " + content + ", which is none that this plugin knows");
            }
            requireThatItRuns(executable);
            Files.writeString(home.resolve(ORIGIN), source.name());
        });
    }

    private Path executable() {
        return directory().path().resolve(release.host().executableName());
    }

    private Path library() {
        return directory().path().resolve("lib");
    }

    private String origin() throws IOException {
        Path file = directory().path().resolve(ORIGIN);
        return Files.isRegularFile(file) ? ", from " + Files.readString(file).strip() : "";
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
