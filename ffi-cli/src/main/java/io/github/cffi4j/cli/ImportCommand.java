package io.github.cffi4j.cli;

import io.github.cffi4j.compiler.importer.ImportRequest;
import io.github.cffi4j.compiler.importer.ImportResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a cdef of C headers, or brings imported cdefs in step with theirs. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes a cdef of C headers, for all platforms, or brings imported cdefs in step with theirs.")
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--header", paramLabel = "<header>", description = "A header, as C includes it. Repeatable.")
    private List<String> headers = List.of();

    @Option(
            names = "--to",
            paramLabel = "<cdef>",
            description =
                    "The cdef, by its path below the cdefs' root: org/example/git/Git. Without it, all imported cdefs are imported again.")
    private String to;

    @Option(
            names = "--from",
            paramLabel = "<pattern>",
            description = "Files whose declarations are taken, such as 'git2/*.h'. Repeatable.")
    private List<String> from = List.of();

    @Option(
            names = "--functions",
            paramLabel = "<regex>",
            description = "The names of functions and variables to take.")
    private String functions;

    @Option(names = "--constants", paramLabel = "<regex>", description = "The names of macros and enumerators to take.")
    private String constants;

    @Option(
            names = "--types",
            paramLabel = "<regex>",
            description = "The names of types to take even if no function needs them.")
    private String types;

    @Option(
            names = "--opaque",
            paramLabel = "<regex>",
            description = "The names of structs to take without their members.")
    private String opaque;

    @Option(
            names = "--comments",
            arity = "1",
            paramLabel = "<true|false>",
            description = "Whether to take the headers' comments.")
    private Boolean comments;

    @Option(
            names = "--java",
            paramLabel = "<folder>",
            description = "Java sources: only what they mention is taken. Repeatable.")
    private List<Path> java = List.of();

    @Option(names = "--check", description = "Writes nothing, and fails with the differences if a cdef is not in step.")
    private boolean check;

    @Mixin
    private ModuleOptions options;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(command);
        ImportRequest request = new ImportRequest(
                Optional.ofNullable(to),
                new ImportRequest.Changes(
                        headers,
                        from,
                        Optional.ofNullable(functions),
                        Optional.ofNullable(constants),
                        Optional.ofNullable(types),
                        Optional.ofNullable(opaque),
                        java.isEmpty() ? Optional.empty() : Optional.of(true),
                        Optional.ofNullable(comments)),
                check,
                java.stream().map(Path::toAbsolutePath).toList());
        for (ImportResult result :
                options.module(options.project(console), console).importHeader(request)) {
            result.summary().forEach(console::say);
            console.say(result.cdef() + (check ? " is in step" : result.changed() ? " written" : " unchanged"));
        }
        return 0;
    }
}
