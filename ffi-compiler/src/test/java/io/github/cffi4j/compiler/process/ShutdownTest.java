package io.github.cffi4j.compiler.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that is told to stop while its programs run. */
@Timeout(120)
class ShutdownTest {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there Java can only kill, which runs no hooks")
    void leavesNoProgramAndNothingHalfWritten(@TempDir Path folder) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Command build = ChildProgram.command("build", folder.toString(), Integer.toString(server.getLocalPort()));
            Process jvm = new ProcessBuilder(build.arguments())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            ProcessHandle first = announced(server);
            ProcessHandle second = announced(server);

            // SIGTERM; Ctrl-C's SIGINT takes the same way, and a JVM started in the background of a script ignores it.
            jvm.destroy();
            assertThat(jvm.waitFor()).isEqualTo(128 + 15);

            CompletableFuture.allOf(first.onExit(), second.onExit()).get();
            assertThat(folder.toFile().list()).containsExactly("whole");
            // Nobody else has called: the program after the killed one was not started.
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static ProcessHandle announced(ServerSocket server) throws Exception {
        long pid = new DataInputStream(server.accept().getInputStream()).readLong();
        return ProcessHandle.of(pid).orElseThrow();
    }
}
