package io.github.cffi4j.build.zig;

import io.github.cffi4j.build.process.Command;
import io.github.cffi4j.build.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a zig program about itself. */
record ZigInspector(ProcessRunner runner) {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final Pattern LIB_DIR = Pattern.compile("\"?lib_dir\"?\\s*[=:]\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What {@code zig version} says. */
    String version(Path executable) throws IOException, InterruptedException {
        return runner.run(Command.of(executable.toString(), "version").within(TIME_LIMIT))
                .orThrow()
                .stdout()
                .strip();
    }

    /** The {@code lib} folder that {@code zig env} names; it does so relative to its working directory. */
    Path libDirectory(Path executable) throws IOException, InterruptedException {
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
