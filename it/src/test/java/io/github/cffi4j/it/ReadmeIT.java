package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the README shows, put into an empty folder, works as it is on the oldest Maven (fault 10a). */
@ExtendWith(WorkFolder.class)
class ReadmeIT {
    private static final Path CHECKOUT = Path.of(TestSettings.property("it.checkout"));

    /** A file that the README shows: its path at the end of a line, and the block below it. */
    private static final Pattern FILE =
            Pattern.compile("(?s)`([\\w/.]+)`:\n<!-- tested by ReadmeIT -->\n```\\w+\n(.*?)```");

    @Test
    void itsFilesBuildOnMaven38(Path work) throws Exception {
        String readme = Files.readString(CHECKOUT.resolve("README.md"));
        TestProject project = new TestProject(work);
        List<MatchResult> files = FILE.matcher(readme).results().toList();
        assertThat(files)
                .extracting(file -> file.group(1))
                .containsExactly(
                        "src/main/c/include/station.h",
                        "src/main/c/station.c",
                        "src/main/ffi/org/example/weather/Weather.cdef",
                        "src/main/ffi/org/example/weather/Weather.c",
                        "pom.xml");
        for (MatchResult file : files) {
            project.write(file.group(1), file.group(2));
        }
        project.write("src/test/java/org/example/weather/WeatherTest.java", """
                package org.example.weather;

                class WeatherTest {
                    @org.junit.jupiter.api.Test
                    void namesHaveALength() {
                        org.junit.jupiter.api.Assertions.assertTrue(Weather.STATION_NAME_LENGTH > 0);
                    }
                }
                """);
        project.write(
                "src/main/java/org/example/weather/Example.java",
                String.format(Locale.ROOT, """
                package org.example.weather;

                %s

                public final class Example {
                    public static void main(String[] arguments) {
                        %s
                    }
                }
                """, line(readme, "import static .*;"), program(readme)));
        // An empty repository gets cffi4j from where "mvn install" put it, and the rest from where this build has it.
        Path repository = Files.createDirectories(work.resolve("repository"));
        ChildMaven maven = ChildMaven.ofVersion("3.8.9", repository);
        String installed = "-Dit.published=" + TestSettings.REPOSITORY.toUri();

        BuildOutcome build =
                maven.run(work, "verify", "-Dffi.platforms=host", installed).succeeded();

        assertThat(build.info())
                .contains("1 cdef verified on 1 of 8 platforms, the others were not asked", "1 classifier jar")
                .anyMatch(line -> line.equals("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0"));
        assertThat(work.resolve(
                        "target/weather-1.0-" + Host.current().platform().classifier() + ".jar"))
                .isRegularFile();
        BuildOutcome program = maven.run(
                        work,
                        "org.codehaus.mojo:exec-maven-plugin:3.6.2:java",
                        "-Dexec.mainClass=org.example.weather.Example",
                        installed)
                .succeeded();
        assertThat(program.lines()).contains("-6.5");
    }

    private static String line(String page, String line) {
        return find(page, "(?m)^(" + line + ")$");
    }

    private static String program(String page) {
        return find(page, "(?s)import static [^\n]*\n\n(.*?)```");
    }

    private static String find(String page, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(page);
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group(1);
    }
}
