package io.github.cffi4j.build.compile;

import io.github.cffi4j.build.fetch.Progress;
import io.github.cffi4j.build.fetch.Sha256;
import io.github.cffi4j.build.process.ProcessResult;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Links libraries: lean first, and in full where the lean link lacks something. Thread-safe.
 *
 * <p>A lean link that lacks a symbol fails, on all three formats: an unfinished library is never taken for a good one.
 */
public final class Linker {
    private final ZigCompiler zig;
    private final FileHashes hashes;
    private final WindowsRuntime windowsRuntime;
    private final Progress progress;

    /**
     * @param runtimes where the archives for lean Windows links are kept
     */
    public Linker(UnitCompiler compiler, Path runtimes, Progress progress) {
        this.zig = compiler.zig();
        this.hashes = compiler.hashes();
        this.windowsRuntime = new WindowsRuntime(zig, runtimes, progress);
        this.progress = progress;
    }

    /** The library of the given objects, linked now if any of them has changed. */
    public LinkedLibrary link(
            Platform platform, SourceLanguage language, CompilerSettings settings, List<Path> objects, Path library)
            throws IOException, InterruptedException {
        String command = command(platform, language, settings, objects, library);
        if (BuildRecord.upToDate(library, command, hashes) && LinkResult.isNoted(library)) {
            return linked(platform, library, LinkResult.read(library), false);
        }
        BuildRecord.delete(library);
        LinkResult.delete(library);
        LinkResult result = linkNow(platform, language, settings, objects, library);
        result.write(library);
        BuildRecord.write(library, command, objects, hashes);
        return linked(platform, library, result, true);
    }

    private LinkResult linkNow(
            Platform platform, SourceLanguage language, CompilerSettings settings, List<Path> objects, Path library)
            throws IOException, InterruptedException {
        List<Path> runtime =
                platform.os() == OperatingSystem.WINDOWS ? List.of(windowsRuntime.archive(platform)) : List.of();
        // Linkers leave import libraries and debug files beside their output.
        try (ScratchFolder scratch = ScratchFolder.beside(library)) {
            Path output = scratch.path().resolve(library.getFileName());
            ProcessResult linked =
                    zig.run(ZigArguments.link(platform, LinkMode.LEAN, language, settings, objects, runtime, output));
            LinkMode mode = LinkMode.LEAN;
            if (!linked.succeeded()) {
                progress.message(platform.classifier() + ": needs " + missing(linked)
                        + ", so the full run time is linked; zig compiles it once per machine");
                mode = LinkMode.FULL;
                linked = zig.run(ZigArguments.link(platform, mode, language, settings, objects, List.of(), output));
                if (!linked.succeeded()) {
                    throw failure(platform, library, linked);
                }
            }
            ScratchFolder.move(output, library);
            return new LinkResult(mode, RuntimePart.linked(platform, mode, language, linked.stdout()));
        }
    }

    private static String missing(ProcessResult failed) {
        String symbols = failed.stderr()
                .lines()
                .filter(line -> line.contains("undefined symbol: "))
                .map(line -> line.substring(line.indexOf("undefined symbol: ") + "undefined symbol: ".length())
                        .strip())
                .distinct()
                .limit(3)
                .map(symbol -> "'" + symbol + "'")
                .collect(Collectors.joining(", "));
        return symbols.isEmpty() ? "more than the lean link has" : symbols;
    }

    private static LinkException failure(Platform platform, Path library, ProcessResult failed) {
        return new LinkException("cannot link " + library.getFileName() + " for " + platform.classifier() + ":\n"
                + failed.stderr().strip()
                + "\n  fix: add the source that defines it to src/main/c, or the library to <libraries>");
    }

    private static LinkedLibrary linked(Platform platform, Path library, LinkResult result, boolean fresh)
            throws IOException {
        return new LinkedLibrary(
                platform, library, Sha256.of(library), Files.size(library), result.mode(), result.parts(), fresh);
    }

    private String command(
            Platform platform, SourceLanguage language, CompilerSettings settings, List<Path> objects, Path library) {
        return zig.zig().version() + "\n" + language + "\n" + WindowsRuntime.FORMAT + "\n"
                + String.join(
                        "\n",
                        ZigArguments.link(platform, LinkMode.LEAN, language, settings, objects, List.of(), library));
    }
}
