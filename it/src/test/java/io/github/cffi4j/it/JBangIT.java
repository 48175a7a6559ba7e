package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real JBang, whose classes come from Maven Central, runs the script of docs/in-line.md. */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "on Windows, C's library has no printf to call")
class JBangIT {
    private static final Path PAGE = Path.of("..", "docs", "in-line.md");

    @Test
    void runsTheScript(Path work) throws Exception {
        TestProject project = TestProject.copy("jbang", work);
        Path classPath = work.resolve("jbang.classpath");
        project.run("dependency:build-classpath", "-Dmdep.outputFile=" + classPath)
                .succeeded();
        String version = "ffi-dynamic:0.1.0-SNAPSHOT";
        project.replace("Strlen.java", version, "ffi-dynamic:" + TestSettings.VERSION);

        String command = command(Files.readString(classPath).strip(), project.file("Strlen.java"), work);

        assertThat(JavaProgram.run(List.of("sh", "-c", command)).succeeded().lines())
                .contains("Zugspitze has 9 bytes", "Jungfrau has 8 bytes");
    }

    @Test
    void thePageHasTheScript(Path work) throws IOException {
        TestProject project = TestProject.copy("jbang", work);

        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).contains(project.read("Strlen.java"));
    }

    /** JBang resolves and compiles, and prints the command that its shell script would run. */
    private static String command(String classPath, Path script, Path work) throws IOException, InterruptedException {
        Path errors = work.resolve("jbang.errors");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                "dev.jbang.Main",
                "run",
                "--repos=this-build=" + TestSettings.REPOSITORY.toUri(),
                "--repos=outer-build=" + TestSettings.OUTER_REPOSITORY.toUri(),
                script.toString(),
                "Zugspitze",
                "Jungfrau");
        builder.environment().put("JBANG_DIR", work.resolve("jbang-home").toString());
        builder.environment().put("JBANG_REPO", work.resolve("jbang-repository").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectError(errors.toFile()).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(printed).as(Files.readString(errors)).contains("java");
        return printed;
    }
}
