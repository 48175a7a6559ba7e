package io.github.cffi4j.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** A forgotten line of a POM, which a green build does not show (fault 10). */
class PomReportTest {
    private final Model model = new Model();
    private final Build build = new Build();

    @Test
    void aPomThatHasAllLacksNothing() {
        plugin("generate", "compile", "package", "audit");
        runtime("1.0", null);

        assertThat(missing()).isEmpty();
    }

    @Test
    void eachMissingGoalIsNamedWithWhatItDoes() {
        plugin("generate", "compile");
        runtime("1.0", null);

        assertThat(missing())
                .containsExactly(
                        "lacks <goal>package</goal> of the plugin: there are no native jars, and the published POM does not"
                                + " name them",
                        "lacks <goal>audit</goal> of the plugin: nobody looks at what the libraries need");
    }

    @Test
    void aMissingRuntimeIsNamed() {
        plugin("generate", "compile", "package", "audit");

        assertThat(missing())
                .singleElement()
                .asString()
                .startsWith("lacks the dependency io.github.cffi4j:ffi-runtime:1.0");
    }

    @Test
    void anotherVersionAndScopeOfTheRuntimeAreNamed() {
        plugin("generate", "compile", "package", "audit");
        runtime("0.9", "provided");

        assertThat(missing())
                .containsExactly(
                        "has ffi-runtime 0.9, and the plugin in version 1.0: use the same",
                        "has ffi-runtime in scope provided, so users of the library do not get it");
    }

    @Test
    void aPluginThatIsOnlyManagedIsNotUsed() {
        PluginManagement management = new PluginManagement();
        management.addPlugin(named());
        build.setPluginManagement(management);

        assertThat(missing())
                .containsExactly("has no io.github.cffi4j:ffi-maven-plugin among its <plugins>; the one in"
                        + " <pluginManagement> only says how, if it is used");
    }

    private List<String> missing() {
        model.setBuild(build);
        return new PomReport(new MavenProject(model), "1.0").missing();
    }

    private void plugin(String... goals) {
        Plugin plugin = named();
        PluginExecution execution = new PluginExecution();
        execution.setGoals(List.of(goals));
        plugin.addExecution(execution);
        build.addPlugin(plugin);
    }

    private static Plugin named() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.cffi4j");
        plugin.setArtifactId("ffi-maven-plugin");
        return plugin;
    }

    private void runtime(String version, String scope) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("io.github.cffi4j");
        dependency.setArtifactId("ffi-runtime");
        dependency.setVersion(version);
        dependency.setScope(scope);
        model.addDependency(dependency);
    }
}
