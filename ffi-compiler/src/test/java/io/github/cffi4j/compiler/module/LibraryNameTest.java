package io.github.cffi4j.compiler.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a library may be called (fault 26). */
class LibraryNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"geo", "geo-lib_2", "org.example.geo", "2d", "stdc++", "console", "com10", "nullable", "so"})
    void takes(String name) {
        assertThatCode(() -> LibraryName.check(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "my geo",
                "geo/lib",
                "..",
                ".geo",
                "-geo",
                "geo.",
                "g\u00e9o",
                "geo,x",
                "geo;x",
                "geo%",
                "@geo",
                "con",
                "NUL",
                "aux.geo",
                "Com1",
                "lpt9",
                "libgeo.so",
                "libz.so.1",
                "geo.dll",
                "geo.dylib",
                "geo\n"
            })
    void refuses(String name) {
        assertThatThrownBy(() -> LibraryName.check(name))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("<library>: '" + name + "' cannot be the name of a library: ")
                .hasMessageContaining("; fix: set <library>");
    }

    @Test
    void refusesOneThatIsTooLong() {
        assertThatThrownBy(() -> LibraryName.check("g".repeat(101))).hasMessageContaining("it has 101 characters");
    }

    @Test
    void knowsAPrefixThatWillBeThereTwice() {
        assertThat(LibraryName.prefixed("libgeo")).isTrue();
        assertThat(LibraryName.prefixed("geo")).isFalse();
        assertThat(LibraryName.prefixed("lib")).isFalse();
    }
}
