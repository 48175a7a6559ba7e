package io.github.cffi4j.mojo;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * What a module is compiled against. Resolved when asked for: cdefs are read before anything is compiled, when sibling
 * modules may have nothing to resolve yet, and few include another module's.
 */
record CompileClassPath(MavenProject project, MavenSession session, ProjectDependenciesResolver resolver) {
    private static final Set<String> NOT_COMPILED_AGAINST = Set.of("test", "runtime");

    /**
     * Jars and class folders.
     *
     * @throws IllegalArgumentException if one cannot be had
     */
    List<Path> entries() {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> node.getDependency() == null
                || !NOT_COMPILED_AGAINST.contains(node.getDependency().getScope()));
        try {
            return resolver.resolve(request).getResolvedDependencies().stream()
                    .map(dependency -> dependency.getArtifact().getFile())
                    .filter(Objects::nonNull)
                    .map(File::toPath)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new IllegalArgumentException("""
                    a cdef includes one that is not in this module, and what the module depends on cannot be had:
                      %s
                      fix: if a module of this build is missing, run a phase from 'compile' on: Maven has nothing of it before""".formatted(e.getMessage()), e);
        }
    }
}
