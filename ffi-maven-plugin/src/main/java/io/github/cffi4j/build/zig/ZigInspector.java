package io.github.cffi4j.build.zig;

import io.github.cffi4j.build.fetch.Sha256;
import io.github.cffi4j.build.process.Command;
import io.github.cffi4j.build.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a zig program about itself; no build but the first has to start it for that. */
record ZigInspector(ProcessRunner runner, ZigNotes notes) {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final Pattern LIB_DIR = Pattern.compile("\"?lib_dir\"?\\s*[=:]\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What {@code zig version} says, or said when the program was the same. */
    String version(Path executable) throws IOException, InterruptedException {
        return notes.answer(executable, "version", () -> askVersion(executable));
    }

    /** The hash of the program. */
    Sha256 sha256(Path executable) throws IOException, InterruptedException {
        return new Sha256(
                notes.answer(executable, "sha256", () -> Sha256.of(executable).hex()));
    }

    /** The {@code lib} folder that {@code zig env} names. */
    Path libDirectory(Path executable) throws IOException, InterruptedException {
        return Path.of(notes.answer(
                executable, "lib", () -> askLibDirectory(executable).toString()));
    }

    /** What {@code zig version} says now. */
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
