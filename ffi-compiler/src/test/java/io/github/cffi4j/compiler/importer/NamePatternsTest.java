package io.github.cffi4j.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "sqlite3_open* ; sqlite3_open sqlite3_open_v2 ; sqlite3_ope sqlite3_close",
                "sqlite3_open*, close ; sqlite3_open16 close ; closed open",
                "*_init ; git_init _init ; init git_initial",
                "git_*_init ; git_clone_init git__init ; git_init",
                "git_.*|zip_(open|take) ; git_clone git_ zip_take ; zip_close",
                "x[0-9]* ; x x1 x42 ; xx xy",
                "x\\w* ; x xy x_1 ; yx",
                "x{1,2} ; x xx ; xxx 2",
                "(a|b*) ; a b beta ; alpha",
                "(?!sqlite3_win32_).* ; sqlite3_open ; sqlite3_win32_utf8",
                "a,,b, ; a b ; c",
                "* ; anything ;",
            })
    void takesNames(String patterns, String taken, String left) {
        for (String name : taken.split(" ")) {
            assertThat(NamePatterns.of(patterns).matcher(name).matches())
                    .as(name)
                    .isTrue();
        }
        for (String name : left == null ? new String[0] : left.split(" ")) {
            assertThat(NamePatterns.of(patterns).matcher(name).matches())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThat(NamePatterns.split(" , ")).isEmpty();
        assertThatThrownBy(() -> NamePatterns.of("git_(,")).isInstanceOf(PatternSyntaxException.class);
    }
}
