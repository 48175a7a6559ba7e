package io.github.cffi4j.compiler.fetch;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.CommandFailedException;
import io.github.cffi4j.compiler.process.CommandTimeoutException;
import io.github.cffi4j.compiler.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has this machine's own {@code npm}, {@code pip} or {@code cargo} download one package file, by name and version. Thread-safe.
 *
 * <p>The clients know their registries, mirrors, proxies and log-ins; so this works where a plain download does not.
 */
public final class PackageClient {
    private static final Duration ASKING = Duration.ofSeconds(30);
    private static final Duration DOWNLOADING = Duration.ofMinutes(30);
    private static final List<List<String>> NPM = List.of(List.of("npm"), List.of("npm.cmd"));
    private static final List<List<String>> PIP = List.of(
            List.of("pip"),
            List.of("pip3"),
            List.of("python3", "-m", "pip"),
            List.of("python", "-m", "pip"),
            List.of("py", "-m", "pip"));

    private static final List<List<String>> CARGO = List.of(List.of("cargo"));

    private final ProcessRunner runner;

    public PackageClient(ProcessRunner runner) {
        this.runner = runner;
    }

    /**
     * Downloads a package file.
     *
     * @param target where it is to appear; its folder must exist
     * @throws WrongHashException if the file is not the pinned one
     * @throws FetchException if there is no client or the client fails; the message ends with what the client said
     */
    public void download(ClientPackage wanted, Sha256 expected, Path target) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory(target.toAbsolutePath().getParent(), "." + target.getFileName());
        try {
            Path packages = Files.createDirectory(scratch.resolve("packages"));
            List<String> client = findClient(wanted, packages);
            Path file = wanted instanceof ClientPackage.Crate crate
                    ? new CargoDownload(runner, client, CargoDownload.usualHome()).download(crate, scratch)
                    : downloaded(wanted, client, scratch, packages);
            expected.verify(file, wanted + " (" + file.getFileName() + ")");
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (CommandFailedException | CommandTimeoutException e) {
            throw new FetchException(wanted + " could not be downloaded: " + e.getMessage(), e);
        } finally {
            FileTree.delete(scratch);
        }
    }

    private Path downloaded(ClientPackage wanted, List<String> client, Path scratch, Path packages)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(client);
        arguments.addAll(arguments(wanted, packages));
        Command command = Command.of(arguments).in(packages).within(DOWNLOADING);
        if (wanted instanceof ClientPackage.Sdist sdist) {
            command = command.with(PassiveBuildBackend.environment(sdist, scratch));
        }
        runner.run(command).orThrow();
        return onlyFile(wanted, packages);
    }

    /**
     * The client that would be asked, as it is called here; fetches nothing.
     *
     * @throws FetchException if there is none; the message says what to install
     */
    public String client(ClientPackage wanted) throws IOException, InterruptedException {
        return String.join(" ", findClient(wanted, Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /** The first client that answers: a name on the PATH may be a shim without a program behind it. */
    private List<String> findClient(ClientPackage wanted, Path scratch) throws IOException, InterruptedException {
        List<List<String>> candidates = candidates(wanted);
        for (List<String> candidate : candidates) {
            if (answers(candidate, scratch)) {
                return candidate;
            }
        }
        throw new FetchException("there is no working " + wanted.client() + " on this machine (tried: "
                + String.join(
                        ", ",
                        candidates.stream()
                                .map(parts -> String.join(" ", parts))
                                .toList())
                + "); install " + product(wanted) + " or put it on the PATH");
    }

    private static List<List<String>> candidates(ClientPackage wanted) {
        if (wanted instanceof ClientPackage.Npm) {
            return NPM;
        }
        return wanted instanceof ClientPackage.Crate ? CARGO : PIP;
    }

    private static String product(ClientPackage wanted) {
        if (wanted instanceof ClientPackage.Npm) {
            return "npm (Node.js)";
        }
        return wanted instanceof ClientPackage.Crate ? "cargo (Rust)" : "pip (Python 3)";
    }

    private boolean answers(List<String> candidate, Path scratch) throws IOException, InterruptedException {
        List<String> question = new ArrayList<>(candidate);
        question.add("--version");
        try {
            return runner.run(Command.of(question).in(scratch).within(ASKING)).succeeded();
        } catch (IOException e) {
            // Absent, hanging or not to be started: the next one may do better.
            return false;
        }
    }

    private static List<String> arguments(ClientPackage wanted, Path directory) {
        if (wanted instanceof ClientPackage.Npm npm) {
            return List.of(
                    "pack",
                    npm.name() + "@" + npm.version(),
                    "--pack-destination",
                    directory.toString(),
                    "--ignore-scripts");
        }
        List<String> arguments = new ArrayList<>(List.of(
                "download", "--no-deps", "--no-input", "--disable-pip-version-check", "-d", directory.toString()));
        if (wanted instanceof ClientPackage.Pip pip) {
            // Wheels only: pip would run the build scripts of a source distribution.
            arguments.addAll(List.of("--only-binary", ":all:", "--no-binary", ":none:"));
            pip.platform().ifPresent(platform -> arguments.addAll(List.of("--platform", platform)));
        } else {
            arguments.addAll(List.of("--no-binary", ":all:", "--only-binary", ":none:"));
            arguments.addAll(PassiveBuildBackend.PIP_OPTIONS);
        }
        arguments.add(wanted.name() + "==" + wanted.version());
        return arguments;
    }

    private static Path onlyFile(ClientPackage wanted, Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.toList();
            if (found.size() != 1) {
                throw new FetchException(
                        wanted + ": " + wanted.client() + " should have left one file, but left " + found.size());
            }
            return found.get(0);
        }
    }
}
