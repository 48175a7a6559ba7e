package io.github.cffi4j.it.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A first call pays for what it uses. Classes are counted, since time cannot be tested. */
class FirstCallIT {
    private static final boolean ENGINE = System.getProperty("abi.calls").equals("engine");

    @Test
    void theEngineNeedsNoMethodHandle() throws Exception {
        // The first start fills the cache, which takes classes that no later one loads.
        loaded();
        List<String> loaded = loaded();
        List<String> ours = loaded.stream()
                .filter(name -> name.startsWith("io.github.cffi4j."))
                .toList();

        assertThat(ours.contains("io.github.cffi4j.engine.EngineCalls")).isEqualTo(ENGINE);
        assertThat(ours.contains("io.github.cffi4j.generated.SystemCall")).isNotEqualTo(ENGINE);
        assertThat(loaded.stream().anyMatch(name -> name.startsWith("java.lang.foreign.Linker")))
                .isNotEqualTo(ENGINE);
        // With those of the engine's own library, which is loaded as any other.
        assertThat(ours).hasSizeLessThan(ENGINE ? 80 : 60);
        // On Java 22 and later, memory is java.lang.foreign's, which has some of its own.
        boolean handles = !ENGINE || Runtime.version().feature() >= 22;
        assertThat(loaded.stream().anyMatch(name -> name.startsWith("java.lang.invoke.LambdaForm$MH/")))
                .isEqualTo(handles);
    }

    private static List<String> loaded() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.of(
                        java,
                        "-Dcffi4j.backend=" + (ENGINE ? "jni" : "ffm"),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstCall.class.getName())
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.replaceAll("^\\S*\\s+(\\S+) source: .*", "$1"))
                .toList();
    }
}
