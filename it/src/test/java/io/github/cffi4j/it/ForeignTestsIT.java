package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code ffi:test} finds faults that the machine that builds does not show, by a new project's own tests. {@code .ci/foreign-tests} makes
 * the JVMs.
 */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class ForeignTestsIT {
    private static final String INSTALLED = "-Dit.published=" + TestSettings.REPOSITORY.toUri();

    /** What runs each platform. */
    private static final Map<String, String> RUN = Map.of(
            "linux-x86_64", "Java 17 this machine",
            "linux-x86_64-musl", "Java 17 by itself",
            "linux-aarch_64", "Java 17 qemu",
            "linux-aarch_64-musl", "Java 17 qemu",
            "windows-x86_64", "Java 17 by itself",
            "linux-riscv64", "Java 21 qemu",
            "linux-ppcle_64", "Java 17 qemu",
            "linux-s390_64", "Java 17 qemu",
            "linux-arm_32", "Java 17 qemu");

    @Test
    void findsAFaultOfBigEndianProcessors(Path work) throws Exception {
        TestProject project = project(work, """
                memset(&greeting->length, 0, sizeof greeting->length);
                    *(unsigned *)&greeting->length = (unsigned)length;""");

        BuildOutcome build = test(project, work).failed();

        assertThat(rows(build)).containsExactlyInAnyOrderElementsOf(expected(Set.of("linux-s390_64")));
        assertThat(build.info()).contains("  osx-x86_64           not run: no JVM named");
        assertThat(build.errors())
                .containsExactly(
                        "linux-s390_64, Java 17: org.example.greeting.HelloTest.cGreets()",
                        "  org.opentest4j.AssertionFailedError: expected: <12> but was: <51539607552>",
                        "  at org.example.greeting.HelloTest.cGreets(HelloTest.java:17)",
                        "tests failed on linux-s390_64, see above and " + project.file("target/ffi/test"));
    }

    @Test
    void findsAFaultOfShortLongs(Path work) throws Exception {
        TestProject project = project(work, """
                unsigned long both = (unsigned long)((unsigned long long)length << 32 | length);
                    greeting->length = (size_t)(both >> 16 >> 16);""");

        BuildOutcome build = test(
                        project, work, "-Dffi.platforms=linux-x86_64,windows-x86_64,linux-s390_64,linux-arm_32")
                .failed();

        assertThat(rows(build))
                .containsExactlyInAnyOrder(
                        row("linux-x86_64", false),
                        row("windows-x86_64", true),
                        row("linux-s390_64", false),
                        row("linux-arm_32", true));
        assertThat(build.errors())
                .contains(
                        "windows-x86_64, Java 17: org.example.greeting.HelloTest.cGreets()",
                        "linux-arm_32, Java 17: org.example.greeting.HelloTest.cGreets()",
                        "tests failed on windows-x86_64, linux-arm_32, see above and "
                                + project.file("target/ffi/test"));
    }

    @Test
    void toolchainsAreTakenAndANamedPlatformMustRun(Path work) throws Exception {
        TestProject project = project(work, "greeting->length = length;");
        Path java = Stream.of(TestSettings.property("it.jvms").split(","))
                .filter(jvm -> jvm.contains("s390x"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
        project.write(
                "toolchains.xml",
                String.format(Locale.ROOT, """
                <toolchains>
                  <toolchain>
                    <type>jdk</type>
                    <provides><platform>linux-s390_64</platform></provides>
                    <configuration><jdkHome>%s</jdkHome></configuration>
                  </toolchain>
                </toolchains>
                """, java.getParent().getParent()));

        BuildOutcome build = maven(work)
                .run(
                        project.folder(),
                        INSTALLED,
                        "package",
                        "ffi:test",
                        "--toolchains",
                        "toolchains.xml",
                        "-Dffi.platforms=host,linux-s390_64,windows-aarch_64")
                .failed();

        assertThat(rows(build)).hasSize(2).contains("linux-s390_64 Java 17 by itself 2 tests");
        assertThat(build.info()).contains("  windows-aarch_64  not run: no JVM named");
        assertThat(build.errors())
                .containsExactly("the tests did not run on windows-aarch_64, which -Dffi.platforms names: see above");
    }

    /** A new project, for all platforms that run here, with a line of its C in place of the right one. */
    private static TestProject project(Path work, String line) throws Exception {
        maven(work)
                .run(
                        work,
                        INSTALLED,
                        "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate",
                        "-DarchetypeGroupId=io.github.cffi4j",
                        "-DarchetypeArtifactId=ffi-library",
                        "-DarchetypeVersion=" + TestSettings.VERSION,
                        "-DarchetypeCatalog=internal",
                        "-DinteractiveMode=false",
                        "-DgroupId=org.example",
                        "-DartifactId=greeting",
                        "-Dversion=1.0-SNAPSHOT",
                        "-Dpackage=org.example.greeting")
                .succeeded();
        TestProject project = new TestProject(work.resolve("greeting"));
        project.replace("pom.xml", """
                <executions>
                          <execution>
                            <goals>
                              <goal>generate</goal>""", """
                <configuration>
                          <platforms>
                            <platform>standard</platform>
                            <platform>linux-riscv64</platform>
                            <platform>linux-ppcle_64</platform>
                            <platform>linux-s390_64</platform>
                            <platform>linux-arm_32</platform>
                          </platforms>
                        </configuration>
                        <executions>
                          <execution>
                            <goals>
                              <goal>generate</goal>""");
        project.replace("src/main/c/hello.c", "greeting->length = length;", line);
        return project;
    }

    private static BuildOutcome test(TestProject project, Path work, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                INSTALLED,
                "package",
                "ffi:test",
                "-Dffi.test.jvms=" + TestSettings.property("it.jvms"),
                "-Dffi.test.emulators=" + TestSettings.property("it.emulators")));
        arguments.addAll(List.of(more));
        return maven(work).run(project.folder(), arguments.toArray(String[]::new));
    }

    private static ChildMaven maven(Path work) throws Exception {
        return ChildMaven.ofVersion("3.8.9", Files.createDirectories(work.resolve("repository")));
    }

    /** The rows of the legs that ran, without their times. */
    private static List<String> rows(BuildOutcome build) {
        return build.info().stream()
                .filter(line -> line.matches(" +\\S+ +Java \\d.*"))
                .map(line -> line.strip().replaceAll(" +[0-9.]+ s$", "").replaceAll(" +", " "))
                .toList();
    }

    private static List<String> expected(Set<String> failing) {
        return RUN.keySet().stream()
                .map(platform -> row(platform, failing.contains(platform)))
                .toList();
    }

    private static String row(String platform, boolean failing) {
        return String.format(Locale.ROOT, "%s %s 2 tests%s", platform, RUN.get(platform), failing ? ", 1 failed" : "");
    }
}
