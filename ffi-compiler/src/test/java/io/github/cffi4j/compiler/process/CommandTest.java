package io.github.cffi4j.compiler.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void withersKeepTheRest() {
        Command command = Command.of("zig", "version")
                .in(Path.of("here"))
                .with("A", "1")
                .with(Map.of("B", "2"))
                .within(Duration.ofSeconds(5));

        assertThat(command.program()).isEqualTo("zig");
        assertThat(command.arguments()).containsExactly("zig", "version");
        assertThat(command.directory()).contains(Path.of("here"));
        assertThat(command.environment()).isEqualTo(Map.of("A", "1", "B", "2"));
        assertThat(command.timeLimit()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void lineQuotesBlanks() {
        assertThat(Command.of("cc", "a file.c", "").line()).isEqualTo("cc 'a file.c' ''");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Command.of(List.of())).hasMessageContaining("name of a program");
        assertThatThrownBy(() -> Command.of("x").within(Duration.ZERO)).hasMessageContaining("must be positive");
    }
}
