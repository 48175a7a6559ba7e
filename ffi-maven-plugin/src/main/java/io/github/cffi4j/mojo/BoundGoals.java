package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/** The goals of ffi-maven-plugin that a module's POM binds to its build. */
record BoundGoals(Plugin plugin) {
    /** The plugin, as Maven keeps it in a module's model. */
    static final String PLUGIN = "io.github.cffi4j:ffi-maven-plugin";

    /** The goals that a module binds, in the order in which they run. */
    private static final List<String> ALL = List.of("generate", "compile", "package", "audit");

    /** No goal at all is bound. */
    boolean isEmpty() {
        return bound().findAny().isEmpty();
    }

    /** Binds all goals, each to its own phase. */
    void bindAll() {
        PluginExecution execution = new PluginExecution();
        execution.setId("ffi");
        execution.setGoals(List.copyOf(ALL));
        // Maven hands the plugin's configuration down to its executions before this one is there.
        execution.setConfiguration(plugin.getConfiguration());
        plugin.addExecution(execution);
    }

    /**
     * Returns what the build lacks if only some of the goals are bound. A goal that an execution binds to the phase {@code none} was left
     * out knowingly.
     */
    Optional<String> warning() {
        if (isEmpty()) {
            return Optional.empty();
        }
        List<String> missing =
                ALL.stream().filter(goal -> bound().noneMatch(goal::equals)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.format("""
                        the POM does not bind %s of ffi-maven-plugin: %s
                          fix: bind generate, compile, package and audit, or set <extensions>true</extensions> and omit <executions>;
                               bind a goal that you omit on purpose to <phase>none</phase>""", String.join(", ", missing), effect(missing)));
    }

    private static String effect(List<String> missing) {
        if (missing.contains("generate")) {
            return "the cdefs become neither Java nor C";
        }
        if (missing.contains("compile")) {
            return "the main jar does not list its native libraries, so nothing loads them";
        }
        return missing.contains("package")
                ? "the native libraries are neither packed nor published"
                : "nobody checks what the native libraries need and export";
    }

    private Stream<String> bound() {
        return plugin.getExecutions().stream().flatMap(execution -> execution.getGoals().stream());
    }
}
