package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit as an author meets it, and as somebody without a project does. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class AuditIT {
    private static final String RUN_PATH = "<configuration><linkerFlags>"
            + "<linkerFlag>-Wl,-rpath,/opt/geo/lib</linkerFlag></linkerFlags></configuration>";
    private static final String ALLOWED = "<configuration><linkerFlags>"
            + "<linkerFlag>-Wl,-rpath,/opt/geo/lib</linkerFlag></linkerFlags><allowedFindings><allowedFinding>"
            + "<check>run-path</check><where>linux-*</where><reason>it is only a test</reason>"
            + "</allowedFinding></allowedFindings></configuration>";

    @Test
    void aFindingFailsTheBuildUnlessItIsTakenKnowingly(Path work) throws Exception {
        TestProject project = TestProject.copy("geometry", work);
        assertThat(verify(project).succeeded().info())
                .anyMatch(line -> line.matches("  linux-x86_64  libgeometry.so .* ok"));

        configure(project, "", RUN_PATH);
        List<String> errors = verify(project).failed().errors();
        assertThat(errors.get(0)).isEqualTo("run-path: it looks for libraries in");
        assertThat(String.join("\n", errors))
                .contains("the audit has 1 finding in 1 of 1 library")
                .contains("<allowedFindings>");
        assertThat(project.read("target/ffi-audit.json")).contains("\"passed\": false", "\"/opt/geo/lib\"");

        assertThat(verify(project, "-Dffi.audit.warnOnly=true").succeeded().text())
                .contains("[WARNING] run-path: it looks for libraries in");

        configure(project, RUN_PATH, ALLOWED);
        assertThat(verify(project).succeeded().info())
                .anyMatch(line -> line.matches("  linux-x86_64 .* ok, 1 allowed"));
        assertThat(project.read("target/ffi-audit.json"))
                .contains("\"passed\": true", "\"allowed\": \"it is only a test\"");

        configure(project, ALLOWED, ALLOWED.replace("<linkerFlag>-Wl,-rpath,/opt/geo/lib</linkerFlag>", ""));
        assertThat(verify(project).succeeded().text())
                .contains("the <allowedFinding> of 'run-path' for 'linux-*' allows nothing that was found");
    }

    @Test
    void aPolicyOfTheAuthorJudgesItsSystem(Path work) throws Exception {
        String policies = "<configuration><policies><policy>src/audit/own.policy</policy></policies></configuration>";
        TestProject project = TestProject.copy("geometry", work);
        configure(project, "", policies);
        project.write("src/audit/own.policy", "extends linux-glibc\nsize 1 kB\n");
        assertThat(verify(project).failed().errors().get(0)).startsWith("size: it is larger than the budget of 1.0 kB");
        assertThat(project.read("target/ffi-audit.json")).contains("\"policy\": \"own\"");

        project.write("src/audit/own.policy", "extends linux-glibc\nwarn size hahs\n");
        assertThat(String.join("\n", verify(project).failed().errors()))
                .contains("own.policy:2:11: there is no check 'hahs'")
                .contains("    2 | warn size hahs", "      |           ^~~~", "  fix: the checks are: ");
    }

    @Test
    void anyJarIsAuditedWithoutAProject(Path work) throws Exception {
        TestProject project = TestProject.copy("geometry", work);
        project.run("package", "-Dffi.platforms=linux-aarch_64").succeeded();
        Path jar = Files.copy(project.jar("linux-aarch_64"), work.resolve("geometry-linux.jar"));
        Path elsewhere = Files.createDirectories(work.resolve("elsewhere"));

        String goal = "io.github.cffi4j:ffi-maven-plugin:" + TestSettings.VERSION + ":audit";
        assertThat(ChildMaven.usual()
                        .run(elsewhere, goal, "-Djar=" + jar)
                        .succeeded()
                        .info())
                .anyMatch(line -> line.matches("  linux-aarch_64  META-INF/lib/linux_arm64/libgeometry.so .* ok"));
        assertThat(ChildMaven.usual()
                        .run(elsewhere, goal, "-Djar=" + project.jar())
                        .failed()
                        .errors())
                .anyMatch(line -> line.contains("there is no native library in " + project.jar()));
        project.run("install", "-Dffi.platforms=linux-aarch_64").succeeded();
        assertThat(ChildMaven.usual()
                        .run(elsewhere, goal, "-Djar=org.example:geometry:jar:linux-aarch_64:1.0")
                        .succeeded()
                        .info())
                .as("by its coordinates")
                .anyMatch(line -> line.matches("  linux-aarch_64  META-INF/lib/linux_arm64/libgeometry.so .* ok"));
        assertThat(ChildMaven.usual()
                        .run(elsewhere, goal, "-Djar=org.example:no-such-library:1.0")
                        .failed()
                        .text())
                .contains("no-such-library");
        assertThat(elsewhere).isEmptyDirectory();
    }

    private static BuildOutcome verify(TestProject project, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "verify";
        arguments[1] = "-Dffi.platforms=linux-x86_64";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return project.run(arguments);
    }

    private static void configure(TestProject project, String old, String configuration) throws Exception {
        String plugin = "<artifactId>ffi-maven-plugin</artifactId>";
        project.replace("pom.xml", plugin + old, plugin + configuration);
    }
}
