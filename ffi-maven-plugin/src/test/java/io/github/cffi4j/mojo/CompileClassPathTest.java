package io.github.cffi4j.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.junit.jupiter.api.Test;

/** Generated code is not handed to the compiler where that cannot compile it. */
class CompileClassPathTest {
    private final MavenProject project = new MavenProject();

    @Test
    void whatTheModuleDeclaresIsNotResolved() {
        var declared = new org.apache.maven.model.Dependency();
        declared.setGroupId("io.github.cffi4j");
        declared.setArtifactId("ffi-runtime");
        project.getDependencies().add(declared);
        assertThatCode(() -> require(request -> {
                    throw new AssertionError();
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void whatAnotherLibraryBringsIsThere() {
        assertThatCode(() -> require(request -> resolved("io.github.cffi4j:ffi-runtime:1.0")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsMissingIsToBeAdded() {
        assertThatThrownBy(() -> require(request -> resolved("org.example:ffi-runtime:1.0")))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("""
                        generated code needs ffi-runtime, which this module does not depend on
                          fix: add it to the <dependencies> of the POM
                            <dependency>
                              <groupId>io.github.cffi4j</groupId>
                              <artifactId>ffi-runtime</artifactId>
                              <version>2.0</version>
                            </dependency>""");
    }

    @Test
    void whatCannotBeResolvedYetIsLeftToTheCompiler() {
        assertThatCode(() -> require(request -> {
                    throw new DependencyResolutionException(null, "a module of this build", null);
                }))
                .doesNotThrowAnyException();
    }

    private void require(ProjectDependenciesResolver resolver) {
        @SuppressWarnings("deprecation")
        MavenSession session = new MavenSession(
                null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult(), List.of());
        new CompileClassPath(project, session, resolver).require("io.github.cffi4j", "ffi-runtime", "2.0");
    }

    private static DependencyResolutionResult resolved(String coordinates) {
        return new DependencyResolutionResult() {
            @Override
            public List<Dependency> getResolvedDependencies() {
                return List.of(new Dependency(new DefaultArtifact(coordinates), "compile"));
            }

            @Override
            public List<Dependency> getDependencies() {
                return getResolvedDependencies();
            }

            @Override
            public List<Dependency> getUnresolvedDependencies() {
                return List.of();
            }

            @Override
            public List<Exception> getCollectionErrors() {
                return List.of();
            }

            @Override
            public List<Exception> getResolutionErrors(Dependency dependency) {
                return List.of();
            }

            @Override
            public DependencyNode getDependencyGraph() {
                return new DefaultDependencyNode(getDependencies().get(0));
            }
        };
    }
}
