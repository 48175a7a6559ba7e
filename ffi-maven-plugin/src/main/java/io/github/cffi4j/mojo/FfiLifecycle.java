package io.github.cffi4j.mojo;

import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Binds all goals in a module that has the plugin with {@code <extensions>true</extensions>} and binds none itself. So a POM
 * cannot forget one.
 */
// Maven finds it by META-INF/plexus/components.xml.
public class FfiLifecycle extends AbstractMavenLifecycleParticipant {

    @Override
    public void afterProjectsRead(MavenSession session) {
        session.getProjects().forEach(FfiLifecycle::bindGoals);
    }

    private static void bindGoals(MavenProject project) {
        Plugin plugin = project.getPlugin(BoundGoals.PLUGIN);
        if (plugin != null && plugin.isExtensions() && !project.getPackaging().equals("pom")) {
            BoundGoals goals = new BoundGoals(plugin);
            if (goals.isEmpty()) {
                goals.bindAll();
            }
        }
    }
}
