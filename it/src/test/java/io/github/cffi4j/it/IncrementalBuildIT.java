package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a second build does again: only what depends on the change. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class IncrementalBuildIT {
    private static final String LINUX = "linux-x86_64";
    private static final String WINDOWS = "windows-x86_64";
    private static final String[] COMPILE = {"process-classes", "-Dffi.platforms=" + LINUX + "," + WINDOWS};

    private static TestProject project;

    private BuildTimes before;

    @BeforeAll
    static void build(Path work) throws IOException {
        project = TestProject.copy("geometry", work);
        project.run(COMPILE).succeeded();
    }

    /** Each test leaves a project that is built, and changes what no other test looks at. */
    @BeforeEach
    void remember() throws IOException {
        before = BuildTimes.of(project);
    }

    @Test
    void secondPackageStartsNoCompiler() throws IOException {
        project.run("package").succeeded();
        BuildTimes complete = BuildTimes.of(project);

        BuildOutcome second = project.run("package").succeeded();

        assertThat(BuildTimes.of(project).madeSince(complete)).isEmpty();
        assertThat(second.info()).contains("1 cdef verified on 8 platforms, unchanged");
        assertThat(rows(second)).hasSize(8).allMatch(row -> row.endsWith(" unchanged"));
    }

    @Test
    void aSourceIsCompiledAlone() throws IOException {
        append("src/main/c/names.c", "int geo_spare;\n");

        assertThat(rebuilt())
                .containsExactlyInAnyOrder(
                        object(LINUX, "c0-names.c"),
                        object(WINDOWS, "c0-names.c"),
                        "lib/linux-x86_64/libgeometry.so",
                        "lib/windows-x86_64/geometry.dll");
    }

    @Test
    void aHeaderHasThoseCompiledThatIncludeIt() throws IOException {
        project.replace("src/main/c/include/names.h", "a triangle", "three corners");

        assertThat(rebuilt())
                .contains(object(LINUX, "c0-names.c"), object(WINDOWS, "c0-names.c"))
                .doesNotContain(object(LINUX, "c0-distance.c"), glue(LINUX), probe(LINUX), probe(WINDOWS));
    }

    @Test
    void aHeaderOfThePreambleHasTheClaimsCheckedAgain() throws IOException {
        append("src/main/c/include/geo.h", "#define GEO_MORE 1\n");

        assertThat(rebuilt())
                .contains(object(LINUX, "c0-distance.c"), glue(LINUX), probe(LINUX), probe(WINDOWS))
                .doesNotContain(object(LINUX, "c0-names.c"));
    }

    @Test
    void aCommentInAHeaderLinksNothing() throws IOException {
        append("src/main/c/include/names.h", "/* The same to the compiler. */\n");

        // Objects for Windows carry the name of zig's temporary file, so those are linked again; their DLL does not.
        assertThat(rebuilt())
                .contains(object(LINUX, "c0-names.c"), object(WINDOWS, "c0-names.c"))
                .doesNotContain("lib/linux-x86_64/libgeometry.so");
    }

    @Test
    void aTouchedButEqualSourceIsNotCompiled() throws IOException {
        project.write("src/main/c/names.c", project.read("src/main/c/names.c"));

        assertThat(rebuilt()).isEmpty();
    }

    @Test
    void aFlagHasAllOfItsPlatformCompiled() throws IOException {
        project.replace("pom.xml", "<artifactId>ffi-maven-plugin</artifactId>", """
                <artifactId>ffi-maven-plugin</artifactId>
                <configuration>
                  <platformSettings>
                    <platformSetting>
                      <platform>windows-*</platform>
                      <defines><define>GEO_FAST=1</define></defines>
                    </platformSetting>
                  </platformSettings>
                </configuration>
                """);

        assertThat(rebuilt())
                .contains(object(WINDOWS, "c0-names.c"), object(WINDOWS, "c0-distance.c"), glue(WINDOWS))
                .noneMatch(file -> file.contains(LINUX));
    }

    @Test
    void aLostLibraryIsLinkedWithoutCompiling() throws IOException {
        Files.delete(project.file("target/ffi/lib/linux-x86_64/libgeometry.so"));

        assertThat(rebuilt()).containsExactly("lib/linux-x86_64/libgeometry.so");
    }

    @Test
    void aDamagedObjectIsCompiledAgain() throws IOException {
        Path object = project.file("target/ffi/" + object(LINUX, "c0-names.c"));
        byte[] bytes = Files.readAllBytes(object);
        bytes[bytes.length / 2] ^= 1;
        Files.write(object, bytes);
        before = BuildTimes.of(project);

        assertThat(rebuilt()).containsExactly(object(LINUX, "c0-names.c"));
    }

    @Test
    void aDeletedCdefTakesItsClassWithIt() throws IOException {
        project.write("src/main/ffi/org/example/geo/Spare.cdef", "const char *geo_describe(int sides);\n");
        project.write("src/main/ffi/org/example/geo/Spare.c", "#include \"geo.h\"\n");
        project.run(COMPILE).succeeded();
        assertThat(project.file("target/generated-sources/ffi/org/example/geo/Spare.java"))
                .exists();

        Files.delete(project.file("src/main/ffi/org/example/geo/Spare.cdef"));
        project.run(COMPILE).succeeded();

        assertThat(project.file("target/generated-sources/ffi/org/example/geo/Spare.java"))
                .doesNotExist();
        assertThat(project.file("target/ffi/c/org.example.geo.Spare.ffi.c")).doesNotExist();
    }

    private Iterable<String> rebuilt() throws IOException {
        project.run(COMPILE).succeeded();
        return BuildTimes.of(project).madeSince(before);
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(project.file(file), text, StandardOpenOption.APPEND);
    }

    private static List<String> rows(BuildOutcome outcome) {
        return outcome.info().stream()
                .filter(line -> line.contains("libgeometry.") || line.contains("geometry.dll"))
                .toList();
    }

    private static String object(String platform, String source) {
        return "obj/" + platform + "/" + source + ".o";
    }

    private static String glue(String platform) {
        return object(platform, "glue-org.example.geo.Geo.ffi.c");
    }

    private static String probe(String platform) {
        return "obj/" + platform + "/probe-org.example.geo.Geo.o";
    }
}
