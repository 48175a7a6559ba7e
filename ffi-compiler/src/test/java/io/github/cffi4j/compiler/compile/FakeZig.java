package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.compiler.zig.ZigProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers in zig's place, and keeps what it was asked. Its objects hold the text of what they were made from. */
final class FakeZig implements ProcessRunner {
    final List<Command> commands = new CopyOnWriteArrayList<>();
    final List<Path> headers = new ArrayList<>();
    /** What zig prints where it fails; empty where it succeeds. */
    Function<List<String>, String> failing = arguments -> "";
    /** What it prints when it links. */
    String map = "";
    /** True if sources include the headers in their folder, besides those for all. */
    boolean includesWhatIsBeside;
    /** What happens while it compiles. */
    Runnable meanwhile = () -> {};

    /** What has to be proven first. */
    ZigProof proof = () -> {};

    private final Path folder;

    FakeZig(Path folder) {
        this.folder = folder;
    }

    Zig zig() {
        return new Zig(folder.resolve("zig"), folder.resolve("lib"), "0.16.0", "a fake", false, proof);
    }

    Toolchain toolchain(CompileOptions options, Progress progress) {
        return new Toolchain(zig(), new UserCache(folder.resolve("cache")), options, this, progress, new Trace());
    }

    int runs() {
        return commands.size();
    }

    @Override
    public ProcessResult run(Command command) throws IOException {
        commands.add(command);
        List<String> arguments = command.arguments();
        String failure = failing.apply(arguments);
        if (!failure.isEmpty()) {
            return new ProcessResult(command, 1, "", failure, failure.lines().toList());
        }
        Path output = Path.of(arguments.get(arguments.indexOf("-o") + 1));
        if (arguments.contains("-c")) {
            Path source = Path.of(arguments.get(arguments.size() - 1));
            StringBuilder rule = new StringBuilder(output + ": " + source);
            StringBuilder content = new StringBuilder(Files.readString(source));
            for (Path header : headers(source)) {
                rule.append(" \\\n  ").append(header);
                content.append(Files.readString(header));
            }
            Files.writeString(Path.of(arguments.get(arguments.indexOf("-MF") + 1)), rule);
            meanwhile.run();
            Files.writeString(output, content);
        } else {
            Files.writeString(output, String.join("\n", arguments));
        }
        return new ProcessResult(command, 0, arguments.contains("-c") ? "" : map, "", List.of());
    }

    private List<Path> headers(Path source) throws IOException {
        List<Path> all = new ArrayList<>(headers);
        if (includesWhatIsBeside) {
            try (Stream<Path> beside = Files.list(source.getParent())) {
                beside.filter(file -> file.toString().endsWith(".h")).sorted().forEach(all::add);
            }
        }
        return all;
    }
}
