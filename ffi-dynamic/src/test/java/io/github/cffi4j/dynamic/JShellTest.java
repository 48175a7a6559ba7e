package io.github.cffi4j.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of docs/in-line.md for JShell, by JShell itself. */
class JShellTest {
    @TempDir
    Path folder;

    @Test
    void threeLinesShowAValueFromC() throws Exception {
        assertThat(jshell("""
                import io.github.cffi4j.dynamic.*
                var c = Cdef.of("size_t strlen(const char *s); int abs(int n);").openProcess()
                c.call("strlen", "Zugspitze")
                interface LibC { int abs(int n); }
                c.as(LibC.class).abs(-3)
                """)).contains("c ==> Library[the C library]", "$3 ==> 9", "$5 ==> 3");
    }

    @Test
    @Tag("thorough")
    void printfShowsInTheSameProcess() throws Exception {
        assertThat(jshell(
                        """
                        import io.github.cffi4j.dynamic.*
                        var c = Cdef.of("int printf(const char *format, ...);").openProcess()
                        c.call("printf", "hi there, %s.\\n", "world")
                        """,
                        "--execution", "local", "-J--class-path=" + Modules.PATH, "-J--add-modules=jdk.unsupported"))
                .contains("hi there, world.", "$3 ==> 17");
    }

    private String jshell(String lines, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jshell").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("--class-path", Modules.PATH, "--no-startup"));
        Path script = Files.writeString(folder.resolve("lines"), lines + "/exit\n");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
