package org.example.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.example.tutorial.abi.AbiModule;
import org.example.tutorial.abi.Programs;
import org.example.tutorial.ways.AbiInLine;
import org.example.tutorial.ways.ApiInLine;
import org.example.tutorial.ways.ApiModule;
import org.example.tutorial.ways.FourWays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of docs/tutorial.md do the same in each way. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the tutorial is for Linux, as CFFI's is: its headers are POSIX's")
class FourWaysTest {
    static List<Programs> ways() {
        return List.of(new AbiInLine(), new AbiModule(), new ApiInLine(), new ApiModule());
    }

    /** In a process of its own: what C prints is not for this test's output. */
    @Test
    void theProgramPrints() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        FourWays.class.getName())
                .redirectErrorStream(true)
                .start();

        String ofOneWay =
                "\\RPI\\R\\d{10,} seconds since 1970\\R\\d\\d+ ms\\RHello, world\\R\\[apple, cherry, plum]\\R\\[3, 2, 1]\\R"
                        .replace("PI", "pi is 3 and 3\\.14");
        assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .containsPattern("AbiInLine" + ofOneWay + "AbiModule" + ofOneWay + "ApiInLine" + ofOneWay + "ApiModule"
                        + ofOneWay);
        assertThat(program.waitFor()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aTimerFires(Programs way) {
        assertThat(way.timer()).isBetween(9_000_000L, 20_000_000_000L);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void cReadsPartsThatJavaKeeps(Programs way) {
        for (int i = 0; i < 20; i++) {
            assertThat(way.message()).isEqualTo("Hello, world");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void javaOrdersATree(Programs way) {
        assertThat(way.sorted(List.of("plum", "apple", "quince", "apple", "cherry")))
                .containsExactly("apple", "cherry", "plum", "quince");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void javaOrdersNumbers(Programs way) {
        assertThat(way.descending(3, 1, 2, Integer.MAX_VALUE, -4, Integer.MIN_VALUE))
                .containsExactly(Integer.MAX_VALUE, 3, 2, 1, -4, Integer.MIN_VALUE);
        assertThat(way.descending()).isEmpty();
    }
}
