package io.github.cffi4j.benchmark.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Python's CFFI, fetched by the machine's pip into a virtual environment of its own. */
final class PythonCffi {
    private static final String PACKAGE = "cffi==1.17.1";
    private static final String ROUNDS = "3";

    private final Path script;
    private final Path python;

    /**
     * @param folder where the virtual environment goes; one that is there is used
     */
    PythonCffi(Path folder, Path script) throws IOException, InterruptedException {
        this.script = script;
        this.python = folder.resolve("bin").resolve("python");
        if (!Files.exists(folder)) {
            run(List.of("python3", "-m", "venv", folder.toString()));
            run(List.of(python.toString(), "-m", "pip", "install", "--quiet", PACKAGE));
        }
    }

    /** The milliseconds CFFI takes for each cdef. */
    List<Double> milliseconds(List<Path> cdefs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python.toString(), script.toString(), ROUNDS));
        cdefs.forEach(cdef -> command.add(cdef.toString()));
        return run(command).lines().map(line -> Double.parseDouble(line) * 1000).toList();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command) + "\n" + output);
        }
        return output;
    }
}
