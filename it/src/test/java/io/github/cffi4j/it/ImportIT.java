package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;

/** A project has a header and no cdef; one command writes the cdef, and others keep it in step with the header. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class ImportIT {
    private static final String CDEF = "src/main/ffi/org/example/tally/Tally.cdef";
    private static final String HEADER = "src/main/c/include/tally.h";
    private static final Platform HOST = Host.current().platform();

    @Test
    void aHeaderBecomesABindingThatStaysInStep(Path work) throws Exception {
        TestProject project = TestProject.copy("imported", work);

        BuildOutcome first = project.run("ffi:import", "-Dheader=tally.h", "-Dto=org/example/tally/Tally");
        assertThat(first.succeeded().info())
                .contains(
                        "tally.h · 6 functions, 1 struct, 1 enum, 2 types, 2 constants · 8 platforms agree",
                        CDEF + " written and verified on the platforms of the module");
        String cdef = project.read(CDEF);

        project.run("package", "-Dffi.platforms=host").succeeded();
        assertThat(program(project).succeeded().lines())
                .containsExactly("[1.0, 2.0, 3.0, 4.0] sum 10.0 mean 2.5", "1.0 up to 65536");

        assertThat(project.run("ffi:import").succeeded().info())
                .contains(CDEF + " unchanged and verified on the platforms of the module");
        assertThat(project.read(CDEF)).isEqualTo(cdef);
        project.run("ffi:import", "-Dcheck").succeeded();

        project.replace(HEADER, "int tally_add(tally *t, double value);", "int tally_add(tally *t, float value);");
        project.replace(HEADER, "TALLY_WRAP }", "TALLY_AGAIN }");
        project.replace(HEADER, "void tally_free", "int tally_full(const tally *t);\nvoid tally_free");
        assertThat(project.run("ffi:import", "-Dcheck").failed().errors())
                .contains(
                        "-int tally_add(tally *t, double value);",
                        "+int tally_add(tally *t, float value);",
                        "+int tally_full(const tally *t);",
                        "  fix: run ffi:import")
                .anyMatch(line -> line.endsWith("Tally.cdef: is not in step with tally.h"));
        assertThat(project.read(CDEF)).isEqualTo(cdef);

        BuildOutcome again = project.run("ffi:import").succeeded();
        assertThat(again.info())
                .contains(
                        "changed: int tally_add(tally *t, double value);",
                        "renamed: TALLY_WRAP to TALLY_AGAIN",
                        "added:   int tally_full(const tally *t);");
        assertThat(again.lines()).contains("      to int tally_add(tally *t, float value);");
        assertThat(project.read(CDEF))
                .isEqualTo(cdef.replace("tally_add(tally *t, double", "tally_add(tally *t, float")
                        .replace("TALLY_WRAP }", "TALLY_AGAIN }")
                        .replace("void tally_free", "int tally_full(const tally *t);\nvoid tally_free"));
    }

    private static BuildOutcome program(TestProject project) throws Exception {
        return JavaProgram.run(
                List.of(
                        project.jar(),
                        project.jar(HOST.classifier()),
                        JavaProgram.jarOf(Arena.class),
                        JavaProgram.jarOf(Platform.class),
                        JavaProgram.jarOf(NativeLoader.class),
                        JavaProgram.jarOf(LoggerFactory.class),
                        JavaProgram.jarOf(org.slf4j.nop.NOPServiceProvider.class)),
                "org.example.tally.Main");
    }
}
