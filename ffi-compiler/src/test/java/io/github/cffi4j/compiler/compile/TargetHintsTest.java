package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.project.TestZig;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that are right for another target, or another way to build (case 28). */
class TargetHintsTest {

    @ParameterizedTest
    @CsvSource({
        "getrandom,       2.25",
        "memfd_create,    2.27",
        "gettid,          2.30",
        "strlcpy,         2.38",
        "explicit_bzero,  2.25",
    })
    void tellWhenGlibcGotAFunction(String function, String version) throws Exception {
        for (String said : List.of(
                "m.c:2:45: error: call to undeclared function '" + function + "'; ISO C99 and later do not support",
                "m.c:2:45: error: call to undeclared library function '" + function + "' with type 'int (int)'",
                "error: ld.lld: undefined symbol: " + function + "\n    note: referenced by m.c")) {
            assertThat(TargetHints.of(said, List.of(Platform.LINUX_X86_64), library()))
                    .hasValueSatisfying(hint -> assertThat(hint)
                            .contains("glibc has '" + function + "' since " + version)
                            .contains("for glibc 2.17"));
        }
    }

    @ParameterizedTest
    @CsvSource({"printf", "pthread_create", "memcpy", "nowhere", "geo_area"})
    void sayNothingOfFunctionsThatGlibcHasOrHasNot(String function) throws Exception {
        assertThat(TargetHints.of(
                        "error: call to undeclared function '" + function + "'",
                        List.of(Platform.LINUX_X86_64),
                        library()))
                .isEmpty();
    }

    @Test
    void sayNothingOfOtherSystems() throws Exception {
        assertThat(TargetHints.of(
                        "error: call to undeclared function 'getrandom'",
                        List.of(Platform.WINDOWS_X86_64, Platform.LINUX_X86_64_MUSL),
                        library()))
                .isEmpty();
        assertThat(TargetHints.of(
                        "error: call to undeclared function 'getrandom'",
                        List.of(Platform.LINUX_X86_64),
                        Path.of("nowhere")))
                .isEmpty();
    }

    @Test
    void tellOfTheTimeOfTheBuild() throws Exception {
        assertThat(TargetHints.of(
                        "d.c:1:37: error: expansion of date or time macro is not reproducible [-Werror,-Wdate-time]",
                        List.of(Platform.LINUX_X86_64),
                        library()))
                .hasValueSatisfying(hint -> assertThat(hint).contains("-Wno-error=date-time"));
    }

    private static Path library() throws Exception {
        return TestZig.get().libDirectory();
    }
}
