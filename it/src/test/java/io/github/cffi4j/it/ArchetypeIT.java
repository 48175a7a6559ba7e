package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One command gives a project that builds, tests and says how to release it, on the oldest Maven as well (fault 10a). */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class ArchetypeIT {
    private static final String INSTALLED = "-Dit.published=" + TestSettings.REPOSITORY.toUri();

    @Test
    void aNewProjectPassesVerifyAsItIs(Path work) throws Exception {
        ChildMaven maven = maven(work);
        TestProject project = generated(maven, work, "greeting");

        BuildOutcome build = maven.run(project.folder(), "verify", INSTALLED).succeeded();

        assertThat(build.info())
                .contains("1 cdef verified on 8 platforms", "8 classifier jars")
                .anyMatch(line -> line.startsWith("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0"));
        assertThat(project.file(".github/workflows/ci.yml")).content().contains("${{ matrix.runner }}");
        assertThat(project.file(".github/workflows/release.yml")).isRegularFile();
        assertThat(project.file(".mvn/jvm.config")).hasContent("-XX:TieredStopAtLevel=1");
        assertThat(project.file(".gitignore")).hasContent("target/");
        assertThat(Files.readString(project.file("README.md"))).contains("class `org.example.greeting.Hello`");
    }

    @Test
    void aHeaderBecomesAProject(Path work) throws Exception {
        Path library = Files.createDirectories(work.resolve("lib"));
        Files.writeString(library.resolve("geo.h"), "#include \"units.h\"\nint geo_add(int a, unit_t b);\n");
        Files.writeString(library.resolve("units.h"), "typedef short unit_t;\n");
        Files.writeString(
                library.resolve("geo.c"), "#include \"geo.h\"\nint geo_add(int a, unit_t b) { return a + b; }\n");
        ChildMaven maven = maven(work);
        TestProject project = generated(maven, work, "geo", "-Dheader=lib/geo.h");
        assertThat(project.file("src/main/ffi/org/example/geo/Geo.cdef")).hasContent("/* ffi:import geo.h */\n");

        BuildOutcome build = maven.run(project.folder(), "verify", INSTALLED).succeeded();

        assertThat(build.info())
                .contains("geo.h · 1 function, 1 type · 8 platforms agree", "1 cdef verified on 8 platforms")
                .anyMatch(line -> line.startsWith("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0"));
        assertThat(Files.readString(project.file("src/main/ffi/org/example/geo/Geo.cdef")))
                .contains("int geo_add(int a, unit_t b);");
        assertThat(Files.readString(project.file("README.md")))
                .contains("class `org.example.geo.Geo`")
                .doesNotContain("Hello");
        assertThat(project.file("src/main/c/hello.c")).doesNotExist();
    }

    @Test
    void aLibraryWithABuildOfItsOwnBecomesAProject(Path work) throws Exception {
        Path library = Files.createDirectories(work.resolve("lib"));
        Files.writeString(library.resolve("geo.h"), "int geo_add(int a, int b);\n");
        Files.writeString(library.resolve("geo.c"), "int geo_add(int a, int b) { return a + b; }\n");
        // No cache has what nobody has built before.
        Files.writeString(library.resolve("CMakeLists.txt"), "# " + UUID.randomUUID() + "\n" + """
                cmake_minimum_required(VERSION 3.16)
                project(geo C)
                add_library(geo geo.c)
                install(TARGETS geo ARCHIVE DESTINATION lib)
                install(FILES geo.h DESTINATION include)
                """);
        ChildMaven maven = maven(work);
        TestProject project = generated(maven, work, "geo", "-Dheader=geo.h", "-Dbuild=lib");

        BuildOutcome build = maven.run(project.folder(), "verify", INSTALLED, "-Dffi.platforms=host")
                .succeeded();

        assertThat(build.info())
                .anyMatch(line -> line.contains("lib: done in"))
                .noneMatch(line -> line.startsWith("added:"))
                .anyMatch(line -> line.startsWith("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0"));
        assertThat(Files.readString(project.file("src/main/ffi/org/example/geo/Geo.cdef")))
                .contains("int geo_add(int a, int b);");
        assertThat(project.file("src/main/c/geo.c")).doesNotExist();
        assertThat(project.file("src/main/native/lib/CMakeLists.txt")).isRegularFile();
    }

    @Test
    void aLibraryOfTheSystemBecomesAProject(Path work) throws Exception {
        Files.writeString(work.resolve("counting.h"), "unsigned long zlibCompileFlags(void);\n");
        ChildMaven maven = maven(work);
        TestProject project = generated(maven, work, "counting", "-Dheader=counting.h", "-Dsystem=libz.so.1");
        assertThat(Files.readString(project.file("pom.xml")))
                .contains("<osx>libz.1.dylib,libz.dylib</osx>", "<windows>z.dll,libz.dll</windows>")
                .doesNotContain("@CONFIGURATION@", "@DEPENDENCIES@");

        BuildOutcome build = maven.run(project.folder(), "verify", INSTALLED).succeeded();

        assertThat(build.info())
                .contains("1 cdef verified on 8 platforms")
                .anyMatch(line -> line.startsWith("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0"));
        assertThat(Files.readString(project.file("README.md"))).contains("users need the library `libz.so.1`");
    }

    @Test
    void halfAShapeIsRefused(Path work) throws Exception {
        BuildOutcome outcome =
                maven(work).run(work, command("geo", "-Dsystem=libz.so.1")).failed();

        assertThat(outcome.text()).contains("name the header to wrap as well: -Dheader=geo.h");
    }

    /** An empty repository gets cffi4j from where "mvn install" put it. */
    private static ChildMaven maven(Path work) throws Exception {
        return ChildMaven.ofVersion("3.8.9", Files.createDirectories(work.resolve("repository")));
    }

    private static TestProject generated(ChildMaven maven, Path work, String name, String... more) throws Exception {
        maven.run(work, command(name, more)).succeeded();
        return new TestProject(work.resolve(name));
    }

    private static String[] command(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                INSTALLED,
                "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate",
                "-DarchetypeGroupId=io.github.cffi4j",
                "-DarchetypeArtifactId=ffi-library",
                "-DarchetypeVersion=" + TestSettings.VERSION,
                "-DarchetypeCatalog=internal",
                "-DinteractiveMode=false",
                "-DgroupId=org.example",
                "-DartifactId=" + name,
                "-Dversion=1.0-SNAPSHOT",
                "-Dpackage=org.example." + name));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}
