package io.github.cffi4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Runtime.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendTest {
    @ParameterizedTest
    @CsvSource({",true,MIXED", ",false,JNI", "jni,true,JNI", "jni,false,JNI", "ffm,true,FFM", "'',true,MIXED"})
    void isChosenByTheProperty(String wanted, boolean foreign, Backend choice) {
        assertThat(Backend.of(wanted, foreign, Version.parse("25"))).isEqualTo(choice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JNI", "fmm", "panama", " "})
    void isOneOfTwo(String wanted) {
        assertThatThrownBy(() -> Backend.of(wanted, true, Version.parse("25")))
                .isInstanceOf(LinkageError.class)
                .hasMessage("-Dcffi4j.backend=" + wanted
                        + ": there is no such backend. Give jni or ffm, or leave it out: then"
                        + " the better one is taken");
    }

    @Test
    void ffmNeedsJava22() {
        assertThatThrownBy(() -> Backend.of("ffm", false, Version.parse("17.0.15")))
                .isInstanceOf(LinkageError.class)
                .hasMessage("-Dcffi4j.backend=ffm: java.lang.foreign needs Java 22 or later, this is Java 17.0.15."
                        + " Leave the property out, or run a later Java");
    }

    @Test
    void ffmNeedsTheClassesForJava22() {
        assertThatThrownBy(() -> Backend.of("ffm", false, Version.parse("25")))
                .isInstanceOf(LinkageError.class)
                .hasMessageContaining("'Multi-Release: true'");
    }
}
