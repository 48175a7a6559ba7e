package io.github.cffi4j.compiler.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.audit.policy.AuditInputException;
import io.github.cffi4j.compiler.fetch.FetchException;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    @Test
    void aWrongSettingIsToldAsItIs() {
        assertThat(message(new WrongSettingException("<library>: no"))).isEqualTo("<library>: no");
        assertThat(message(new AuditInputException("'9' is not a size"))).isEqualTo("'9' is not a size");
        assertThat(message(new FetchException("not found"))).isEqualTo("not found");
    }

    @Test
    void troubleWithAFileNamesTheFile() {
        assertThat(message(new NoSuchFileException("/no/such"))).startsWith("cannot write or read /no/such: ");
        assertThat(message(new UncheckedIOException(new NoSuchFileException("/no/such"))))
                .startsWith("cannot write or read /no/such: ");
        assertThat(message(new IOException("no space"))).isEqualTo("java.io.IOException: no space");
    }

    @Test
    void aFaultOfThePluginIsNoSettingOfTheUser() {
        for (RuntimeException fault : new RuntimeException[] {
            new IllegalArgumentException("C has no name"), new NoSuchElementException("C has no name")
        }) {
            assertThat(message(fault))
                    .isEqualTo("a fault of ffi-maven-plugin 1.0: "
                            + fault.getClass().getName()
                            + ": C has no name\n  fix: please report it, with the stack trace that 'mvn -e' prints");
        }
    }

    private static String message(Exception e) {
        return FailureText.of(e, "ffi-maven-plugin 1.0", "'mvn -e' prints");
    }
}
