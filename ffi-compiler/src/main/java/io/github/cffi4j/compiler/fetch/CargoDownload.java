package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has {@code cargo} fetch a crate, as a dependency of a package that is made for this and builds nothing: cargo has no command for
 * one file. It fetches what the crate depends on, too, and keeps all of it in its own folder, where the file is then found.
 */
record CargoDownload(ProcessRunner runner, List<String> client, Path home) {
    private static final Duration TIME_LIMIT = Duration.ofMinutes(30);

    /** Returns the {@code .crate} file, a copy below the scratch folder. */
    Path download(ClientPackage.Crate crate, Path scratch) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(scratch.resolve("cargo"));
        // A version requirement has no build metadata: 0.18.8+1.9.7 is asked for as 0.18.8.
        String version = crate.version().split("\\+", 2)[0];
        Files.writeString(folder.resolve("Cargo.toml"), """
                [package]
                name = "fetch"
                version = "0.0.0"
                edition = "2021"
                [lib]
                path = "nothing.rs"
                [workspace]
                [dependencies.%s]
                version = "=%s"
                default-features = false
                """.replaceFirst("%s", crate.name())
                .replaceFirst("%s", version));
        Files.createFile(folder.resolve("nothing.rs"));
        List<String> arguments = new ArrayList<>(client);
        arguments.add("fetch");
        runner.run(Command.of(arguments).in(folder).within(TIME_LIMIT)).orThrow();
        String name = crate.name() + "-" + crate.version() + ".crate";
        Path file = find(home.resolve("registry").resolve("cache"), name)
                .orElseThrow(() -> new FetchException(crate + ": cargo has fetched it, but there is no " + name
                        + " below " + home + "; write the version with all its parts, such as 0.18.8+1.9.7"));
        return Files.copy(file, scratch.resolve(name));
    }

    /** Returns the user's folder of cargo, which has the crates that it fetched. */
    static Path usualHome() {
        String home = System.getenv("CARGO_HOME");
        return home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".cargo") : Path.of(home);
    }

    private static Optional<Path> find(Path cache, String name) throws IOException {
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (Stream<Path> registries = Files.list(cache)) {
            return registries
                    .map(registry -> registry.resolve(name))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst();
        }
    }
}
