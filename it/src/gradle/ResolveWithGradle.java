import java.io.File;
import java.util.Map;
import org.gradle.api.Project;
import org.gradle.api.artifacts.Configuration;
import org.gradle.api.artifacts.ModuleDependency;
import org.gradle.api.attributes.Attribute;
import org.gradle.testfixtures.ProjectBuilder;

/**
 * A Gradle project with Java's plugin and one dependency; prints a line for each file of its class paths. GradleIT runs it from its
 * source, on the class path of a real Gradle.
 */
class ResolveWithGradle {
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "os", "org.gradle.native.operatingSystem",
            "arch", "org.gradle.native.architecture",
            "libc", "io.github.cffi4j.libc");

    /**
     * Arguments: an empty folder, repositories separated by commas, the dependency; then {@code capability=...}, {@code os=...},
     * {@code arch=...}, {@code libc=...}, or {@code alone} and more dependencies for the run time.
     */
    public static void main(String[] arguments) {
        File folder = new File(arguments[0]);
        Project project = ProjectBuilder.builder()
                .withProjectDir(folder)
                .withGradleUserHomeDir(new File(folder, "home"))
                .build();
        project.getPluginManager().apply("java-library");
        for (String repository : arguments[1].split(",")) {
            project.getRepositories().maven(maven -> maven.setUrl(repository));
        }
        ModuleDependency dependency = add(project, "implementation", arguments[2]);
        Configuration runtime = project.getConfigurations().getByName("runtimeClasspath");
        boolean alone = false;
        for (String argument : java.util.Arrays.asList(arguments).subList(3, arguments.length)) {
            String[] option = argument.split("=");
            if (argument.equals("alone")) {
                alone = true;
                dependency.setTransitive(false);
            } else if (alone) {
                // A native jar has a classifier, and is taken alone, too.
                add(project, "runtimeOnly", argument).setTransitive(argument.split(":").length < 4);
            } else if (option[0].equals("capability")) {
                dependency.capabilities(capabilities -> capabilities.requireCapability(option[1]));
            } else {
                runtime.getAttributes().attribute(Attribute.of(ATTRIBUTES.get(option[0]), String.class), option[1]);
            }
        }
        for (String name : new String[] {"compileClasspath", "runtimeClasspath"}) {
            project.getConfigurations().getByName(name).resolve().forEach(file -> System.out.println(name + " " + file));
        }
        System.exit(0);
    }

    private static ModuleDependency add(Project project, String configuration, String notation) {
        return (ModuleDependency) project.getDependencies().add(configuration, notation);
    }
}
