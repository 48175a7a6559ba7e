package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.ArchiveUnpacker;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.WrongHashException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A configured artifact of the build's own repositories, if it is one of the pinned files. */
record ArtifactZig(Optional<ZigArtifact> artifact, ZigRelease release) implements ZigSource.Remote {

    @Override
    public String name() {
        return "Maven artifact";
    }

    @Override
    public Optional<String> hindrance() {
        return artifact.isPresent() ? Optional.empty() : Optional.of("none is configured");
    }

    @Override
    public String prospect() {
        return "one is configured";
    }

    @Override
    public void unpackInto(Path empty) throws IOException, InterruptedException {
        Path file = artifact.orElseThrow().resolve();
        Sha256 found = Sha256.of(file);
        if (found.equals(release.archive())) {
            ArchiveUnpacker.below(release.archiveRoot()).unpack(file, empty);
        } else if (found.equals(release.wheel().sha256())) {
            ArchiveUnpacker.below(WheelZig.ROOT).unpack(file, empty);
        } else {
            throw new WrongHashException(
                    file + ", which should be zig " + release.version() + " for " + release.host()
                            + " as the official archive or the wheel",
                    List.of(release.archive(), release.wheel().sha256()),
                    found);
        }
    }
}
