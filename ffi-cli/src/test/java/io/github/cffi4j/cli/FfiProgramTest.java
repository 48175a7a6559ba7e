package io.github.cffi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the program, for a small library. */
class FfiProgramTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeALibrary() throws Exception {
        write("ffi/org/example/Geo.cdef", "double area(double width, double height);\n");
        write("ffi/org/example/Geo.c", "#include \"geo.h\"\n");
        write(
                "c/include/geo.h",
                "/** Returns the area of a rectangle. */\ndouble area(double width, double height);\n");
        write("c/geo.c", "#include \"geo.h\"\ndouble area(double width, double height) { return width * height; }\n");
    }

    @Test
    void buildsALibrary() throws Exception {
        assertThat(run("build", "--name", "geo", "--release", "1.0", "--only", "host"))
                .as(said())
                .isZero();
        assertThat(said()).contains("1 cdef verified on 1 platform", "libgeo", "native jars:");
        assertThat(folder.resolve("out/java/org/example/Geo.java")).exists();
        assertThat(folder.resolve("out/classes")).isDirectoryRecursivelyContaining("glob:**.properties");
        try (var jars = Files.list(folder.resolve("out/jars"))) {
            Path jar = jars.findFirst().orElseThrow();
            assertThat(jar.getFileName().toString()).startsWith("geo-1.0-");
            assertThat(new FfiProgram(stream(out), stream(err)).run("audit", jar.toString()))
                    .as(said())
                    .isZero();
        }
    }

    @Test
    void importsAHeader() throws Exception {
        Files.delete(folder.resolve("ffi/org/example/Geo.cdef"));
        Files.delete(folder.resolve("ffi/org/example/Geo.c"));
        assertThat(run("import", "--name", "geo", "--only", "host", "--header", "geo.h", "--to", "org/example/Geo"))
                .as(said())
                .isZero();
        assertThat(folder.resolve("ffi/org/example/Geo.cdef"))
                .content()
                .contains("double area(double width, double height);");
        assertThat(run("import", "--name", "geo", "--only", "host", "--check"))
                .as(said())
                .isZero();
    }

    @Test
    void saysWhatIsWrongInACdef() throws Exception {
        write("ffi/org/example/Geo.cdef", "double area(double width);\n");
        assertThat(run("build", "--name", "geo", "--only", "host")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'area' takes 2 parameters in the headers, 1 here");
    }

    @Test
    void saysWhatIsWrongInTheOptions() throws Exception {
        assertThat(run("build")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Missing required option: '--name=<name>'");
        assertThat(run("build", "--name", "con", "--only", "host")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Windows takes it for a device");
        assertThat(run("build", "--name", "geo", "--only", "amiga")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no such platform: 'amiga'");
    }

    @Test
    void helps() {
        assertThat(new FfiProgram(stream(out), stream(err)).run("--help")).isZero();
        assertThat(said()).contains("import", "build", "audit", "toolchain", "doctor");
        assertThat(new FfiProgram(stream(out), stream(err)).run("--version")).isZero();
        assertThat(said()).contains("ffi " + FfiProgram.version()).doesNotContain("${");
        assertThat(new FfiProgram(stream(out), stream(err)).run()).isEqualTo(2);
    }

    @Test
    void looksAtThisMachine() {
        assertThat(new FfiProgram(stream(out), stream(err)).run("doctor"))
                .as(said())
                .isZero();
        assertThat(said()).contains("cache: ", "zig, ");
    }

    @Test
    void writesAToolchain() {
        int status = new FfiProgram(stream(out), stream(err))
                .run("toolchain", "host", "--out", folder.resolve("toolchain").toString());
        assertThat(status).as(said()).isZero();
        assertThat(folder.resolve("toolchain")).isDirectoryRecursivelyContaining("glob:**/toolchain.cmake");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.equals(List.of("build"))) {
            all.addAll(List.of("--cdefs", folder.resolve("ffi").toString()));
            all.addAll(List.of("--sources", folder.resolve("c").toString()));
            all.addAll(List.of("--out", folder.resolve("out").toString()));
        }
        return new FfiProgram(stream(out), stream(err)).run(all.toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
