package io.github.cffi4j.generated;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.platform.Host;
import org.junit.jupiter.api.Test;

class PresenceTest {

    @Test
    void whatIsThereIsPassed() {
        assertThatCode(() -> new Presence(true, "linux-x86_64").require("fork()"))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsNotThereIsNamedWithThePlatforms() {
        assertThatThrownBy(() -> new Presence(false, "amiga-m68k atari-m68k").require("blit()"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "blit() is not there on " + Host.current().candidateName() + ", only on amiga-m68k atari-m68k");
    }
}
