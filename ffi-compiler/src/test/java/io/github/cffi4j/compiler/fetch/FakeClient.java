package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.CommandNotFoundException;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stands in for npm and pip.
 *
 * @param installed how the programs that exist are called, arguments before the action included
 * @param packages what the registries have, by {@code name@version} or {@code name==version}
 * @param calls the command lines so far, without the folder names in them
 */
public record FakeClient(Set<String> installed, Map<String, byte[]> packages, List<String> calls)
        implements ProcessRunner {

    public FakeClient(Set<String> installed, Map<String, byte[]> packages) {
        this(installed, packages, new ArrayList<>());
    }

    @Override
    public ProcessResult run(Command command) throws IOException {
        String folder = command.directory().orElseThrow().toString();
        String line = command.line().replace(folder, "<folder>");
        calls.add(line);
        if (installed.stream().noneMatch(client -> line.startsWith(client + " "))) {
            throw new CommandNotFoundException(command);
        }
        if (line.endsWith("--version")) {
            return result(command, 0, "1.0");
        }
        for (Map.Entry<String, byte[]> entry : packages.entrySet()) {
            if (command.arguments().contains(entry.getKey())) {
                Files.write(command.directory().orElseThrow().resolve("package-file"), entry.getValue());
                return result(command, 0, "downloaded");
            }
        }
        return result(command, 1, "no such package, says the registry");
    }

    private static ProcessResult result(Command command, int exitCode, String output) {
        return new ProcessResult(command, exitCode, output + "\n", "", List.of(output));
    }
}
