package io.github.cffi4j.mojo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

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

    /**
     * The artifact and all that it depends on.
     *
     * @param coordinates {@code group:artifact[:type[:classifier]]:version}
     */
    List<Artifact> resolveAll(String coordinates) throws IOException {
        CollectRequest collected =
                new CollectRequest(new Dependency(new DefaultArtifact(coordinates), "runtime"), repositories);
        try {
            return system
                    .resolveDependencies(session, new DependencyRequest(collected, null))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
