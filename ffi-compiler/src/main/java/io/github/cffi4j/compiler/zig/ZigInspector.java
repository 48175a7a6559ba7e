package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.FileLook;
import io.github.cffi4j.compiler.fetch.FolderContent;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what a zig is; no build but the first has to hash or start it for that. */
record ZigInspector(ProcessRunner runner, ZigNotes notes) {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final Pattern LIB_DIR = Pattern.compile("\"?lib_dir\"?\\s*[=:]\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String SHA256 = "sha256";

    /** Returns what {@code zig version} prints, or printed when the program was the same. */
    String version(Path executable) throws IOException, InterruptedException {
        return answer(executable, "version", () -> askVersion(executable));
    }

    /** The hash of the program. */
    Sha256 sha256(Path executable) throws IOException, InterruptedException {
        return new Sha256(answer(executable, SHA256, () -> Sha256.of(executable).hex()));
    }

    /** The {@code lib} folder that {@code zig env} names. */
    Path libDirectory(Path executable) throws IOException, InterruptedException {
        return Path.of(
                answer(executable, "lib", () -> askLibDirectory(executable).toString()));
    }

    /**
     * The hash that a {@code lib} folder had when it was looked at last, if that was a known one: a {@link ZigProof} has to
     * follow before anything is compiled with it. Otherwise the one it has now.
     */
    Sha256 library(Path lib, Set<Sha256> known) throws IOException, InterruptedException {
        Optional<Sha256> last = notes.last(lib, SHA256).map(Sha256::new).filter(known::contains);
        return last.isPresent() ? last.get() : library(lib);
    }

    /** The hash of a {@code lib} folder, every file of which is looked at. */
    Sha256 library(Path lib) throws IOException, InterruptedException {
        return new Sha256(notes.answer(lib, FolderContent.look(lib), SHA256, () -> FolderContent.hash(lib)
                .hex()));
    }

    private String answer(Path executable, String key, ZigNotes.Question question)
            throws IOException, InterruptedException {
        return notes.answer(executable, FileLook.at(executable), key, question);
    }

    /** Returns what {@code zig version} prints now. */
    String askVersion(Path executable) throws IOException, InterruptedException {
        return runner.run(Command.of(executable.toString(), "version").within(TIME_LIMIT))
                .orThrow()
                .stdout()
                .strip();
    }

    /** {@code zig env} names the folder relative to its working directory. */
    private Path askLibDirectory(Path executable) throws IOException, InterruptedException {
        Path directory = executable.toAbsolutePath().getParent();
        String environment = runner.run(Command.of(executable.toString(), "env")
                        .in(directory)
                        // Without a home zig env fails, unless it is told a cache; it does not write to it.
                        .with("ZIG_GLOBAL_CACHE_DIR", directory.toString())
                        .within(TIME_LIMIT))
                .orThrow()
                .stdout();
        Matcher matcher = LIB_DIR.matcher(environment);
        if (matcher.find()) {
            Path lib = directory.resolve(matcher.group(1).replaceAll("\\\\(.)", "$1"));
            if (Files.isDirectory(lib)) {
                return lib.toRealPath();
            }
        }
        throw new IOException(executable + " does not find its own lib folder; is the installation complete?");
    }
}
