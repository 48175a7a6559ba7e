package io.github.cffi4j.mojo;

import io.github.cffi4j.platform.Platform;
import java.util.Collection;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/**
 * The modules of the same build that depend on a module. For them Maven reads the module's model in memory instead of the POM that
 * it publishes. So the native jars become dependencies in that model as soon as they are attached, and an application of the same
 * build packs them: docs/decisions/0021-a-module-of-the-same-build.md.
 */
record ReactorDependents(MavenProject project) {

    void offer(Collection<Platform> natives) {
        for (Platform platform : natives) {
            if (project.getDependencies().stream().noneMatch(there -> isNative(there, platform))) {
                project.getModel().addDependency(dependency(project, platform.classifier()));
            }
        }
    }

    /** A module's dependency on a native jar of its own, as in its published POM. */
    static Dependency dependency(MavenProject project, String classifier) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(project.getGroupId());
        dependency.setArtifactId(project.getArtifactId());
        dependency.setVersion(project.getVersion());
        dependency.setClassifier(classifier);
        dependency.setScope("runtime");
        return dependency;
    }

    private boolean isNative(Dependency dependency, Platform platform) {
        return dependency.getGroupId().equals(project.getGroupId())
                && dependency.getArtifactId().equals(project.getArtifactId())
                && platform.classifier().equals(dependency.getClassifier());
    }
}
