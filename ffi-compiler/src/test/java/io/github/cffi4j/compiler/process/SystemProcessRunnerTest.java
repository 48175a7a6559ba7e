package io.github.cffi4j.compiler.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SystemProcessRunnerTest {
    private final ProcessRunner runner = ProcessRunner.system();

    @Test
    void outputAndExitCodeComeBack() throws Exception {
        ProcessResult result = runner.run(ChildProgram.command("print", "größer", "oops", "3"));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.succeeded()).isFalse();
        assertThat(result.stdout()).isEqualTo("größer\n");
        assertThat(result.stderr()).isEqualTo("oops\n");
        assertThat(result.lines()).containsExactlyInAnyOrder("größer", "oops");
        assertThatThrownBy(result::orThrow)
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContainingAll("exit code 3", "ChildProgram print", "| oops");
    }

    @Test
    void fullPipesDoNotBlock() throws Exception {
        ProcessResult result = runner.run(ChildProgram.command("flood", "50000"));

        assertThat(result.stdout().lines()).hasSize(50_000).endsWith("line 49999");
        assertThat(result.stderr().lines()).hasSize(50_000).endsWith("error 49999");
        assertThat(result.lines()).hasSize(100_000);
    }

    @Test
    void environmentDirectoryAndEmptyInput(@TempDir Path directory) throws Exception {
        ProcessResult result = runner.run(ChildProgram.command("look", "CFFI4J_TEST")
                .with("CFFI4J_TEST", "a b")
                .in(directory));

        assertThat(result.stdout()).isEqualTo("a b\n" + directory.toRealPath() + "\nstdin -1\n");
    }

    @Test
    void variablesThatAreNotInherited() throws Exception {
        String name = System.getenv().containsKey("PATH") ? "PATH" : "Path";

        assertThat(runner.run(ChildProgram.command("look", name)).stdout()).doesNotContain("null");
        assertThat(runner.run(ChildProgram.command("look", name).inheriting(variable -> !variable.equals(name)))
                        .stdout())
                .contains("null");
        assertThat(runner.run(ChildProgram.command("look", name)
                                .inheriting(variable -> false)
                                .with(name, "given"))
                        .stdout())
                .contains("given");
    }

    @Test
    void unknownProgram() {
        assertThatThrownBy(() -> runner.run(Command.of("no-such-program-here", "--version")))
                .isInstanceOf(CommandNotFoundException.class)
                .hasMessageContainingAll("command not found: no-such-program-here", "--version", "PATH");
    }

    @Test
    void missingDirectoryIsNotTakenForAMissingProgram(@TempDir Path directory) {
        assertThatThrownBy(() -> runner.run(ChildProgram.command("look", "x").in(directory.resolve("gone"))))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("no such working directory: " + directory.resolve("gone"));
    }

    @Test
    void timeLimitNamesCommandAndLimit() throws Exception {
        try (ServerSocket server = listen()) {
            Command endless = ChildProgram.command("wait", Integer.toString(server.getLocalPort()));

            assertThatThrownBy(() -> runner.run(endless.within(Duration.ofMillis(300))))
                    .isInstanceOf(CommandTimeoutException.class)
                    .hasMessageContainingAll("time limit of 0.3 s", "ChildProgram wait");
        }
    }

    @Test
    void interruptKillsTheWholeFamily() throws Exception {
        try (ServerSocket server = listen()) {
            Command family = ChildProgram.command("family", Integer.toString(server.getLocalPort()));
            CompletableFuture<ProcessResult> outcome = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                try {
                    outcome.complete(runner.run(family));
                } catch (IOException | InterruptedException e) {
                    outcome.completeExceptionally(e);
                }
            });
            caller.start();
            long first = announcedProcess(server);
            long second = announcedProcess(server);

            caller.interrupt();

            assertThatThrownBy(outcome::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThat(first).isNotEqualTo(second);
            assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(ProcessHandle.of(second).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static long announcedProcess(ServerSocket server) throws IOException {
        // Not closed here: the program takes a closed connection for the end of the test.
        return new DataInputStream(server.accept().getInputStream()).readLong();
    }
}
