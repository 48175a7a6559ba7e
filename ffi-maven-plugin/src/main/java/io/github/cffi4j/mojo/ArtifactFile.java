package io.github.cffi4j.mojo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Resolves an artifact to its file, through Maven's own repositories, mirrors and credentials. */
record ArtifactFile(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {

    /**
     * @param coordinates {@code group:artifact[:type[:classifier]]:version}
     */
    Path resolve(String coordinates) throws IOException {
        try {
            ArtifactRequest request = new ArtifactRequest(new DefaultArtifact(coordinates), repositories, null);
            return system.resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
