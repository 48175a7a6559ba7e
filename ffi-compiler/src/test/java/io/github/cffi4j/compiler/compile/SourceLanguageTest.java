package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources by their suffixes; none that looks like one is passed over in silence (fault 9). */
class SourceLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "a.c, C",
        "a.b.c, C",
        "a.cpp, CPP",
        "a.cc, CPP",
        "a.cxx, CPP",
        "a.c++, CPP",
        "a.cp, CPP",
        "a.C, CPP",
        "a.CPP, CPP",
        "a.S, ASSEMBLY",
        "a.s, ASSEMBLY",
    })
    void isCompiled(String name, SourceLanguage language) {
        assertThat(SourceLanguage.of(Path.of(name))).contains(language);
        assertThat(SourceLanguage.isOfAnother(Path.of(name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.m", "a.mm", "a.M", "a.asm", "a.CXX", "a.Cc", "a.C++", "a.sx", "a.f90", "a.cu", "a.cppm"})
    void isNamed(String name) {
        assertThat(SourceLanguage.of(Path.of(name))).isEmpty();
        assertThat(SourceLanguage.isOfAnother(Path.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.h", "a.hpp", "a.inc", "a.txt", "c", "README", "a.c.orig", "Makefile.c~", "version"})
    void isNoSource(String name) {
        assertThat(SourceLanguage.of(Path.of(name))).isEmpty();
        assertThat(SourceLanguage.isOfAnother(Path.of(name))).isFalse();
    }
}
