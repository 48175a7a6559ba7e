package io.github.cffi4j.mojo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Reports what a module's POM lacks, for a person whose build passes but makes no library.
 *
 * @param version of this plugin
 */
record PomReport(MavenProject project, String version) {
    private static final String GROUP = "io.github.cffi4j";
    private static final String PLUGIN = GROUP + ":ffi-maven-plugin";
    private static final String RUNTIME = "ffi-runtime";

    /** The goals, and what a build without one does not do. */
    private static final Map<String, String> GOALS = goals();

    private static Map<String, String> goals() {
        Map<String, String> goals = new LinkedHashMap<>();
        goals.put("generate", "no cdef is checked and no Java is generated");
        goals.put("compile", "no C is compiled, and the main jar does not know its libraries");
        goals.put("package", "there are no native jars, and the published POM does not name them");
        goals.put("audit", "nobody looks at what the libraries need");
        return goals;
    }

    /** One line for the module and one for each thing that is missing. */
    List<String> lines() {
        List<String> lines =
                new ArrayList<>(List.of("the POM of " + project.getArtifactId() + ": " + project.getFile()));
        List<String> missing = missing();
        if (missing.isEmpty()) {
            lines.add("  has the plugin with all its goals, and " + RUNTIME);
        }
        missing.forEach(line -> lines.add("  " + line));
        return lines;
    }

    List<String> missing() {
        Plugin plugin = project.getPlugin(PLUGIN);
        if (plugin == null) {
            boolean managed = project.getPluginManagement() != null
                    && project.getPluginManagement().getPluginsAsMap().containsKey(PLUGIN);
            return List.of("has no " + PLUGIN + " among its <plugins>"
                    + (managed ? "; the one in <pluginManagement> only says how, if it is used" : ""));
        }
        List<String> missing = new ArrayList<>();
        Set<String> bound = plugin.getExecutions().stream()
                .flatMap(execution -> execution.getGoals().stream())
                .collect(Collectors.toSet());
        GOALS.forEach((goal, consequence) -> {
            if (!bound.contains(goal)) {
                missing.add("lacks <goal>" + goal + "</goal> of the plugin: " + consequence);
            }
        });
        runtime(missing);
        return missing;
    }

    private void runtime(List<String> missing) {
        List<Dependency> runtimes = project.getDependencies().stream()
                .filter(dependency -> dependency.getGroupId().equals(GROUP)
                        && dependency.getArtifactId().equals(RUNTIME))
                .toList();
        if (runtimes.isEmpty()) {
            missing.add("lacks the dependency " + GROUP + ":" + RUNTIME + ":" + version
                    + ", which generated code needs, unless another dependency brings it");
        }
        for (Dependency runtime : runtimes) {
            if (!version.equals(runtime.getVersion())) {
                missing.add("has " + RUNTIME + " " + runtime.getVersion() + ", and the plugin in version " + version
                        + ": use the same");
            }
            if ("test".equals(runtime.getScope()) || "provided".equals(runtime.getScope())) {
                missing.add("has " + RUNTIME + " in scope " + runtime.getScope()
                        + ", so users of the library do not get it");
            }
        }
    }
}
