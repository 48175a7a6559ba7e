package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.text.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;

/**
 * The jars and folders that a module is compiled against. Resolved when asked for: cdefs are read before anything is compiled, when sibling
 * modules may have nothing to resolve yet, and few include another module's.
 */
record CompileClassPath(MavenProject project, MavenSession session, ProjectDependenciesResolver resolver) {
    private static final Set<String> NOT_COMPILED_AGAINST = Set.of("test", "runtime");

    /**
     * Jars and class folders.
     *
     * @throws WrongSettingException if one cannot be had
     */
    List<Path> entries() {
        try {
            return dependencies()
                    .map(dependency -> dependency.getArtifact().getFile())
                    .filter(Objects::nonNull)
                    .map(File::toPath)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new WrongSettingException(Text.format("""
                    a cdef includes one that is not in this module, and what the module depends on cannot be had:
                      %s
                      fix: if a module of this build is missing, run a phase from 'compile' on: Maven has nothing of it before""", e.getMessage()), e);
        }
    }

    /**
     * Generated code that nothing can be compiled against fails in each of its lines, none of which says why. What cannot be
     * resolved yet is taken to have what is needed.
     *
     * @throws WrongSettingException if an artifact is on no way among what the module is compiled against
     */
    void require(String groupId, String artifactId, String version) {
        if (project.getDependencies().stream()
                .anyMatch(declared -> declared.getGroupId().equals(groupId)
                        && declared.getArtifactId().equals(artifactId))) {
            return;
        }
        try {
            if (dependencies()
                    .map(Dependency::getArtifact)
                    .noneMatch(artifact -> artifact.getGroupId().equals(groupId)
                            && artifact.getArtifactId().equals(artifactId))) {
                throw new WrongSettingException(Text.format("""
                        generated code needs %2$s, which this module does not depend on
                          fix: add it to the <dependencies> of the POM
                            <dependency>
                              <groupId>%1$s</groupId>
                              <artifactId>%2$s</artifactId>
                              <version>%3$s</version>
                            </dependency>""", groupId, artifactId, version));
            }
        } catch (DependencyResolutionException e) {
            // Maven says so itself, when it compiles.
        }
    }

    private Stream<Dependency> dependencies() throws DependencyResolutionException {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> node.getDependency() == null
                || !NOT_COMPILED_AGAINST.contains(node.getDependency().getScope()));
        return resolver.resolve(request).getResolvedDependencies().stream();
    }
}
