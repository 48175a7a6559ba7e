package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maven is told to stop while compilers run. Needs a shell, mkfifo and GNU env. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StoppedBuildIT {

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void leavesNoProcessAndNothingHalfWritten(String signal, int exitCode, Path work) throws Exception {
        TestProject project = TestProject.copy("geometry", work.resolve(signal));
        project.run("generate-sources", "-Dffi.platforms=host").succeeded();
        Path announcements = work.resolve("announcements-" + signal);
        assertThat(new ProcessBuilder("mkfifo", announcements.toString())
                        .start()
                        .waitFor())
                .isZero();

        Process maven = ChildMaven.usual()
                .start(
                        project.folder(),
                        "package",
                        "-Dffi.platforms=host",
                        "-Dffi.threads=2",
                        "-Dffi.cache.dir=" + work.resolve("cache-" + signal),
                        "-Dffi.zig=" + endlessZig(work, announcements));
        // Another zig than before has the cdef verified again: one probe, for one platform.
        List<ProcessHandle> compilers = announced(announcements, 1);
        send(signal, maven);

        assertThat(maven.waitFor()).isEqualTo(exitCode);
        for (ProcessHandle compiler : compilers) {
            compiler.onExit().get();
        }
        assertThat(unfinished(project.folder())).isEmpty();
        assertThat(unfinished(work.resolve("cache-" + signal))).isEmpty();
        project.run("package", "-Dffi.platforms=host").succeeded();
    }

    /** Answers as zig does, but never ends a compile; it tells its own process id and that of a child. */
    private static Path endlessZig(Path work, Path announcements) throws Exception {
        Path script = work.resolve("zig");
        Files.writeString(
                script, String.format(Locale.ROOT, """
                #!/bin/sh
                if [ "$1" != cc ]; then exec '%s' "$@"; fi
                sleep 600 &
                echo "$$ $!" > '%s'
                wait
                """, BuildsAtOnceIT.zig().executable(), announcements));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /** As many compilers as run at once, and their children. */
    private static List<ProcessHandle> announced(Path announcements, int compilers) throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        while (processes.size() < 2 * compilers) {
            // Ends where no compiler has the pipe open just then.
            try (BufferedReader reader = Files.newBufferedReader(announcements)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    for (String pid : line.split(" ")) {
                        ProcessHandle.of(Long.parseLong(pid)).ifPresent(processes::add);
                    }
                }
            }
        }
        return processes;
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static List<Path> unfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".scratch"))
                    .toList();
        }
    }
}
