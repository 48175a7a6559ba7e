package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The release or snapshot that a build is going to publish. A release that lacks a platform cannot be fixed, and its author is the
 * last to notice, because the author's own platform is there.
 */
record Publication(MavenSession session, MavenProject project) {
    static final String PARTIAL = "ffi.deployPartial";

    private static final Set<String> PUBLISHING_GOALS = Set.of("deploy", "publish");

    /**
     * Refuses a release without all platforms, and warns of such a snapshot.
     *
     * @param missing the platforms that the module is for and that this build leaves out
     * @throws WrongSettingException if this build publishes such a release
     */
    void requireAll(List<String> missing, Consumer<String> warnings) {
        if (missing.isEmpty() || !publishes()) {
            return;
        }
        String lack = "this build would publish " + project.getArtifactId() + " " + project.getVersion() + " without "
                + String.join(" ", missing) + ", since -Dffi.platforms leaves them out";
        if (!project.getArtifact().isSnapshot()) {
            throw new WrongSettingException(
                    lack + "\n  fix: deploy without -Dffi.platforms; or name the platforms of the"
                            + " module in <platforms>; or say that you want this, by -D" + PARTIAL);
        }
        warnings.accept(lack);
    }

    private boolean publishes() {
        return goals().stream().anyMatch(Publication::isPublishing) && !isSet("maven.deploy.skip");
    }

    private List<String> goals() {
        List<String> goals = session.getGoals();
        String usual = project.getDefaultGoal();
        return goals.isEmpty() && usual != null ? Arrays.asList(usual.strip().split("\\s+")) : goals;
    }

    /** A phase, or {@code plugin:goal} with or without coordinates and {@code @execution}. */
    private static boolean isPublishing(String goal) {
        String name = goal.substring(goal.lastIndexOf(':') + 1);
        return PUBLISHING_GOALS.contains(name.contains("@") ? name.substring(0, name.indexOf('@')) : name);
    }

    private boolean isSet(String property) {
        String asked = session.getUserProperties().getProperty(property);
        return Boolean.parseBoolean(asked == null ? project.getProperties().getProperty(property) : asked);
    }
}
