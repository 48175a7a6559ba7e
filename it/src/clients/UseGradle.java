import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradle.api.Project;
import org.gradle.api.Task;
import org.gradle.testfixtures.ProjectBuilder;

/**
 * A Gradle project with Java's plugin and a build script. It runs a task, or prints a line for each file of its class paths. GradleIT
 * runs it from its source, on the class path of a real Gradle.
 */
class UseGradle {

    /** Arguments: the project's folder, the build script, the task or "resolve", repositories. */
    public static void main(String[] arguments) {
        // Gradle's threads would keep the JVM, also after an error.
        try {
            Project project = project(new File(arguments[0]), Arrays.asList(arguments).subList(3, arguments.length));
            project.apply(Map.of("from", new File(arguments[1])));
            if (arguments[2].equals("resolve")) {
                resolve(project);
            } else {
                run(project, arguments[2]);
            }
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static Project project(File folder, List<String> repositories) {
        Project project = ProjectBuilder.builder()
                .withProjectDir(folder)
                .withGradleUserHomeDir(new File(folder, "home"))
                .build();
        project.setVersion("1.0");
        project.getPluginManager().apply("java-library");
        repositories.forEach(repository -> project.getRepositories().maven(maven -> maven.setUrl(repository)));
        return project;
    }

    private static void resolve(Project project) {
        for (String name : new String[] {"compileClasspath", "runtimeClasspath"}) {
            project.getConfigurations().getByName(name).resolve().forEach(file -> System.out.println(name + " " + file));
        }
    }

    /** Without the tasks that it depends on: the classes have no scheduler. */
    private static void run(Project project, String name) {
        Task task = project.getTasks().getByName(name);
        task.getActions().forEach(action -> action.execute(task));
        for (String user : new String[] {"compileJava", "processResources"}) {
            project.getTasks().getByName(user).getInputs().getFiles().forEach(file -> System.out.println(user + " " + file));
        }
    }
}
