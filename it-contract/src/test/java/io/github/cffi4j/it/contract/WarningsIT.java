package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.JavaCommand.MODULE;
import static io.github.cffi4j.it.contract.JavaCommand.classPath;
import static io.github.cffi4j.it.contract.JavaCommand.modulePath;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user sees who passes no flags: from Java 24 on System.load warns once, so no more than that. */
class WarningsIT {
    private static final int JAVA = Runtime.version().feature();

    /** Java 22 restricts memory that is reached by address, Java 24 System.load. */
    private static final int ONE = JAVA >= 22 ? 1 : 0;

    @Test
    void oneAtMost() throws Exception {
        assertThat(warnings(classPath())).hasSize(ONE);
    }

    @Test
    void noneWhereNativeAccessIsEnabled() throws Exception {
        assertThat(warnings(classPath("--enable-native-access=ALL-UNNAMED"))).isEmpty();
    }

    @Test
    void oneAtMostForTheModuleThatHasTheLibrary() throws Exception {
        assertThat(warnings(modulePath())).hasSize(ONE).allMatch(warning -> warning.endsWith("=" + MODULE));
    }

    @Test
    void noneWhereThatModuleMay() throws Exception {
        assertThat(warnings(modulePath("--enable-native-access=" + MODULE))).isEmpty();
    }

    /** The modules to enable, once for each warning. */
    private static List<String> warnings(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines()).contains("length 4", "folded 123", "critical 42");
        assertThat(output).doesNotContain("sun.misc.Unsafe");
        return output.lines()
                .filter(line -> line.startsWith("WARNING: Use --enable-native-access="))
                .map(line -> line.split(" ")[2])
                .toList();
    }
}
