package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit as a program: one jar with nothing beside it, which says what the goal says. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class AuditProgramIT {
    private static final String PLUGIN = "<artifactId>ffi-maven-plugin</artifactId>";
    private static final String RUN_PATH = "<configuration><linkerFlags>"
            + "<linkerFlag>-Wl,-rpath,/opt/geo/lib</linkerFlag></linkerFlags></configuration>";

    @Test
    void saysWhatTheGoalSays(Path work) throws Exception {
        Path program = Files.copy(
                Path.of(TestSettings.property("it.audit")),
                Files.createDirectories(work.resolve("alone")).resolve("ffi-audit-all.jar"));
        TestProject project = TestProject.copy("geometry", work);
        project.run("package", "-Dffi.platforms=linux-aarch_64").succeeded();
        Path clean = Files.copy(project.jar("linux-aarch_64"), work.resolve("clean.jar"));
        project.replace("pom.xml", PLUGIN, PLUGIN + RUN_PATH);
        project.run("package", "-Dffi.platforms=linux-aarch_64").succeeded();
        Path other = Files.copy(project.jar("linux-aarch_64"), work.resolve("other.jar"));

        BuildOutcome nothing = run(program, clean.toString());
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.lines())
                .containsExactlyElementsOf(goal(work, clean).succeeded().info().stream()
                        .filter(line -> line.startsWith("  "))
                        .toList());

        BuildOutcome findings = run(program, other.toString());
        assertThat(findings.exitCode()).isEqualTo(1);
        assertThat(findings.lines()).hasSizeGreaterThan(4).anyMatch(line -> line.startsWith("error: run-path: "));
        String said = goal(work, other).failed().text();
        assertThat(findings.lines()).allSatisfy(line -> assertThat(said).contains(line.replace("error: ", "[ERROR] ")));

        Path report = work.resolve("audit.json");
        BuildOutcome accepted = run(
                program,
                "--allow",
                "run-path",
                "--reason",
                "only a test",
                "--report",
                report.toString(),
                other.toString());
        assertThat(accepted.exitCode()).isZero();
        assertThat(report).content().contains("\"passed\": true", "\"allowed\": \"only a test\"");

        BuildOutcome unread = run(program, project.jar().toString());
        assertThat(unread.exitCode()).isEqualTo(2);
        assertThat(unread.text()).isEqualTo("ffi-audit: there is no native library in " + project.jar());
    }

    private static BuildOutcome run(Path program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", program.toString()));
        command.addAll(List.of(arguments));
        return JavaProgram.run(command);
    }

    private static BuildOutcome goal(Path work, Path jar) throws Exception {
        return ChildMaven.usual()
                .run(
                        Files.createDirectories(work.resolve("elsewhere")),
                        "io.github.cffi4j:ffi-maven-plugin:" + TestSettings.VERSION + ":audit",
                        "-Djar=" + jar);
    }
}
