package io.github.cffi4j.build.compile;

import io.github.cffi4j.build.process.ProcessResult;
import io.github.cffi4j.build.process.ProcessRunner;
import io.github.cffi4j.build.zig.Zig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** Compiles units that are not up to date. Thread-safe. */
public final class UnitCompiler {
    private final ZigCompiler zig;
    private final FileHashes hashes = new FileHashes();

    /**
     * @param zigCache where zig keeps what it compiled of its own run time
     */
    public UnitCompiler(Zig zig, Path zigCache, ProcessRunner runner) throws IOException {
        this.zig = new ZigCompiler(zig, zigCache, runner);
    }

    /** The object file, compiled now if anything it depends on has changed. */
    public CompiledUnit compile(CompileUnit unit) throws IOException, InterruptedException {
        String command = command(unit);
        if (BuildRecord.upToDate(unit.object(), command, hashes)) {
            return new CompiledUnit.Compiled(unit.object(), false);
        }
        BuildRecord.delete(unit.object());
        try (ScratchFolder scratch = ScratchFolder.beside(unit.object())) {
            Path made = scratch.path().resolve("object.o");
            Path dependencies = scratch.path().resolve("dependencies");
            FileTime started = Files.getLastModifiedTime(scratch.path());
            ProcessResult result = zig.run(ZigArguments.compile(
                    unit.platform(), unit.settings(), unit.base(), unit.source(), made, dependencies));
            if (!result.succeeded()) {
                return new CompiledUnit.Failed(unit, result.stderr());
            }
            List<Path> inputs = inputs(dependencies);
            boolean stable = !changed(inputs, started, Files.getLastModifiedTime(made));
            ScratchFolder.move(made, unit.object());
            if (stable) {
                BuildRecord.write(unit.object(), command, inputs, hashes);
            }
            return new CompiledUnit.Compiled(unit.object(), true);
        }
    }

    /** Whether somebody saved an input while it was being compiled: the object may be of the text before. */
    private static boolean changed(List<Path> inputs, FileTime started, FileTime ended) throws IOException {
        for (Path input : inputs) {
            FileTime changed = Files.getLastModifiedTime(input);
            if (changed.compareTo(started) > 0 && changed.compareTo(ended) <= 0) {
                return true;
            }
        }
        return false;
    }

    ZigCompiler zig() {
        return zig;
    }

    FileHashes hashes() {
        return hashes;
    }

    /** Files below zig's own folder are left out: the compiler's version stands for them. */
    private List<Path> inputs(Path dependencies) throws IOException {
        return DependencyFile.read(dependencies).stream()
                .map(path -> path.toAbsolutePath().normalize())
                .filter(path -> !path.startsWith(zig.zig().libDirectory()))
                .toList();
    }

    private String command(CompileUnit unit) {
        return zig.zig().version() + "\n"
                + String.join(
                        "\n",
                        ZigArguments.compile(
                                unit.platform(),
                                unit.settings(),
                                unit.base(),
                                unit.source(),
                                unit.object(),
                                unit.object()));
    }
}
