package io.github.cffi4j.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.junit.jupiter.api.Test;

/** A POM that forgets one of the goals is told so, and one that has the plugin as an extension cannot (fault 9). */
class BoundGoalsTest {
    private final Plugin plugin = new Plugin();
    private final BoundGoals goals = new BoundGoals(plugin);

    @Test
    void saysWhatTheBuildLacks() {
        bind(null, "generate", "compile");

        assertThat(goals.warning()).hasValue("""
                the POM does not bind package, audit of ffi-maven-plugin: the native libraries are neither packed nor published
                  fix: bind generate, compile, package and audit, or set <extensions>true</extensions> and omit <executions>;
                       bind a goal that you omit on purpose to <phase>none</phase>""");
    }

    @Test
    void saysItOfEachGoal() {
        bind(null, "generate", "package", "audit");
        assertThat(goals.warning().orElseThrow()).contains("the main jar does not list its native libraries");

        plugin.getExecutions().clear();
        bind(null, "compile", "package", "audit");
        assertThat(goals.warning().orElseThrow()).contains("the cdefs become neither Java nor C");

        plugin.getExecutions().clear();
        bind(null, "generate", "compile", "package");
        assertThat(goals.warning().orElseThrow()).contains("nobody checks");
    }

    @Test
    void isSilentOfWhatWasLeftOutKnowingly() {
        bind(null, "generate", "compile", "package");
        bind("none", "audit");

        assertThat(goals.warning()).isEmpty();
    }

    @Test
    void isSilentOfAGoalThatWasStartedByHand() {
        assertThat(goals.warning()).isEmpty();
    }

    @Test
    void bindsAll() {
        plugin.setConfiguration("of the plugin");

        assertThat(goals.isEmpty()).isTrue();
        goals.bindAll();

        assertThat(goals.warning()).isEmpty();
        assertThat(plugin.getExecutions()).singleElement().satisfies(execution -> {
            assertThat(execution.getGoals()).containsExactly("generate", "compile", "package", "audit");
            assertThat(execution.getPhase()).isNull();
            assertThat(execution.getConfiguration()).isEqualTo("of the plugin");
        });
    }

    private void bind(String phase, String... names) {
        PluginExecution execution = new PluginExecution();
        execution.setPhase(phase);
        execution.setGoals(List.of(names));
        plugin.addExecution(execution);
    }
}
