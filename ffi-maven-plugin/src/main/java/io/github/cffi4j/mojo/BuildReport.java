package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.module.FileTrouble;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.zig.ZigResolver.Survey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.maven.execution.MavenSession;

/** Reports what a build sees of this machine, for a person whose build does not work. */
record BuildReport(MavenSession session, String plugin, UserCache cache, List<Survey> zig) {
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("what a build with ffi-maven-plugin " + plugin + " sees of this machine");
        lines.add(line(
                "Java",
                System.getProperty("java.version") + ", " + System.getProperty("java.home")
                        + (ToolProvider.getSystemJavaCompiler() == null
                                ? "; it has no compiler: a JDK is needed"
                                : "")));
        lines.add(line(
                "Maven",
                session.getSystemProperties().getProperty("maven.version", "of an unknown version")
                        + (session.isOffline() ? ", offline" : "")));
        lines.add(line("processors", String.valueOf(Runtime.getRuntime().availableProcessors())));
        lines.add(line("cache", cache.root() + ": " + state(cache.root())));
        lines.add(line(
                "zig", zig.stream().anyMatch(Survey::here) ? "is there" : "is not there yet; the places to get it:"));
        zig.forEach(
                survey -> lines.add(line("  " + survey.source(), survey.answer().strip())));
        return lines;
    }

    private static String line(String label, String text) {
        return Text.format("  %-17s %s", label, text.replace("\n", "\n" + " ".repeat(20)));
    }

    private static String state(Path root) {
        Path there = root;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            // Only writing shows that a folder can be written to.
            Files.delete(Files.createTempFile(there, ".doctor", ""));
            return there.equals(root)
                    ? size(root) / BYTES_PER_MEGABYTE + " MB, can be written"
                    : "not there yet, can be made";
        } catch (FileSystemException e) {
            return FileTrouble.explain(e);
        } catch (IOException | UncheckedIOException e) {
            return e.toString();
        }
    }

    private static long size(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
