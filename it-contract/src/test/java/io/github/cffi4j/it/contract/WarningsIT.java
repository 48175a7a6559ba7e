package io.github.cffi4j.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user sees who passes no flags: from Java 24 on System.load warns once, so no more than that. */
class WarningsIT {
    @Test
    void oneWarningAtMost() throws Exception {
        List<String> said = program(List.of());

        assertThat(said).contains("folded 123", "critical 42");
        assertThat(warnings(said))
                .hasSize(Runtime.version().feature() >= 22 ? 1 : 0)
                .allMatch(warning -> warning.startsWith("WARNING: A restricted method in "));
    }

    @Test
    void noneWhereNativeAccessIsEnabled() throws Exception {
        List<String> said = program(List.of("--enable-native-access=ALL-UNNAMED"));

        assertThat(said).contains("folded 123", "critical 42");
        // Java 17 has the flag, and calls it an incubating one.
        assertThat(warnings(said)).isEmpty();
    }

    /** The first line of each. */
    private static List<String> warnings(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("WARNING: A ") || line.contains("sun.misc.Unsafe"))
                .toList();
    }

    private static List<String> program(List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        if (!System.getProperty("cffi4j.backend", "").isEmpty()) {
            command.add("-Dcffi4j.backend=" + System.getProperty("cffi4j.backend"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
