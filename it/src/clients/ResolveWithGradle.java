import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradle.api.Project;
import org.gradle.testfixtures.ProjectBuilder;

/**
 * A Gradle project with Java's plugin and a build script; prints a line for each file of its class paths. GradleIT runs it from
 * its source, on the class path of a real Gradle.
 */
class ResolveWithGradle {

    /** Arguments: an empty folder, the build script, repositories. Gradle's threads would keep the JVM, also after an error. */
    public static void main(String[] arguments) {
        try {
            resolve(new File(arguments[0]), new File(arguments[1]), Arrays.asList(arguments).subList(2, arguments.length));
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void resolve(File folder, File script, List<String> repositories) {
        Project project = ProjectBuilder.builder()
                .withProjectDir(folder)
                .withGradleUserHomeDir(new File(folder, "home"))
                .build();
        project.getPluginManager().apply("java-library");
        repositories.forEach(repository -> project.getRepositories().maven(maven -> maven.setUrl(repository)));
        project.apply(Map.of("from", script));
        for (String name : new String[] {"compileClasspath", "runtimeClasspath"}) {
            project.getConfigurations().getByName(name).resolve().forEach(file -> System.out.println(name + " " + file));
        }
    }
}
