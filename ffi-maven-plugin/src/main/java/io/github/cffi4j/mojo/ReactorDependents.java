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
            String classifier = platform.classifier();
            if (project.getDependencies().stream()
                    .noneMatch(there -> isOwn(project, there) && classifier.equals(there.getClassifier()))) {
                project.getModel().addDependency(dependency(project, classifier));
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

    /** Returns true if a module's dependency is on a jar of its own. In two lifecycles of one build, the second finds them in its model. */
    static boolean isOwn(MavenProject project, Dependency dependency) {
        return project.getArtifactId().equals(dependency.getArtifactId())
                && project.getGroupId().equals(dependency.getGroupId());
    }
}
