package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.fetch.FileLook;
import io.github.cffi4j.compiler.process.OutputReader;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Compiles units that are not up to date and were not compiled by any build of the user before. Thread-safe. */
public final class UnitCompiler implements AutoCloseable {
    private final Toolchain toolchain;
    private final ZigCompiler zig;
    private final ObjectCache cache;
    private final WindowsNames windowsNames;
    private final FileHashes hashes = new FileHashes();
    private final AtomicBoolean grown = new AtomicBoolean();

    public UnitCompiler(Toolchain toolchain) throws IOException {
        this.toolchain = toolchain;
        this.zig = new ZigCompiler(toolchain);
        this.windowsNames = new WindowsNames(toolchain);
        this.cache = new ObjectCache(toolchain.objects(), toolchain.options().cacheBytes());
    }

    /** The object file, compiled now if anything it depends on has changed. */
    public CompiledUnit compile(CompileUnit unit) throws IOException, InterruptedException {
        Trace.Running time = toolchain
                .trace()
                .start(
                        "compile",
                        unit.source().getFileName() + " for " + unit.platform().classifier());
        String command = command(unit, unit.object());
        if (BuildRecord.current(unit.object(), command, hashes).isPresent()) {
            time.as("unchanged");
            return new CompiledUnit.Compiled(unit.object(), false, "");
        }
        PortableNames names = new PortableNames(unit.base(), toolchain.cache().root());
        // Where the object goes is not what it is made of.
        String portable = names.in(command(unit, Path.of("object")));
        try (ScratchFolder scratch = ScratchFolder.beside(unit.object())) {
            Path made = scratch.path().resolve("object.o");
            Optional<ObjectCache.Entry> cached = cache.find(portable, names, hashes);
            if (cached.isPresent()) {
                Files.write(made, cached.get().object());
                BuildRecord.put(made, unit.object(), command, "", cached.get().inputs());
                time.as("from the cache");
                return new CompiledUnit.Compiled(
                        unit.object(), true, cached.get().output());
            }
            CompiledUnit compiled = compileNow(unit, command, portable, names, scratch.path());
            time.done();
            return compiled;
        }
    }

    private CompiledUnit compileNow(
            CompileUnit unit, String command, String portable, PortableNames names, Path scratch)
            throws IOException, InterruptedException {
        Path made = scratch.resolve("object.o");
        Path dependencies = scratch.resolve("dependencies");
        FileTime started = Files.getLastModifiedTime(scratch);
        ProcessResult result = zig.compile(arguments(unit, made, dependencies));
        if (!result.succeeded()) {
            return new CompiledUnit.Failed(unit, result.stderr());
        }
        // Hashed first: what is saved from here on looks different to the next build.
        Optional<List<HashedFile>> inputs = hashes.of(inputs(unit, dependencies));
        if (inputs.isEmpty() || changedSince(started, inputs.get(), Files.createFile(scratch.resolve("now")))) {
            BuildRecord.delete(unit.object());
            ScratchFolder.move(made, unit.object());
        } else {
            cache.put(portable, new ObjectCache.Made(inputs.get(), made, result.stderr()), names);
            grown.set(true);
            BuildRecord.put(made, unit.object(), command, "", inputs.get());
        }
        return new CompiledUnit.Compiled(unit.object(), true, result.stderr());
    }

    private List<String> arguments(CompileUnit unit, Path object, Path dependencies)
            throws IOException, InterruptedException {
        CompilerSettings settings = unit.platform().os() == OperatingSystem.WINDOWS
                ? unit.settings().compiling(windowsNames.headerFlags())
                : unit.settings();
        return ZigArguments.compile(
                unit.platform(), level(unit.platform()), settings, unit.base(), unit.source(), object, dependencies);
    }

    /**
     * Preprocesses a unit, with all of its macros, and keeps the flags for the front end.
     *
     * @param reader gets the preprocessed text, with {@code #define} lines and line markers
     * @throws IOException if the reader throws it
     */
    public FrontEnd preprocess(CompileUnit unit, OutputReader reader) throws IOException, InterruptedException {
        Path none = Path.of("-");
        List<String> arguments = new ArrayList<>(arguments(unit, none, none));
        arguments.set(arguments.indexOf("-c"), "-E");
        int dependencies = arguments.indexOf("-MD");
        arguments
                .subList(
                        dependencies, dependencies + List.of("-MD", "-MF", none).size())
                .clear();
        arguments.addAll(List.of("-dD", "-v"));
        return FrontEnd.of(zig, zig.read(arguments, reader));
    }

    /** Returns true if an input was saved while it was being compiled: the object may be that of the older text. */
    private static boolean changedSince(FileTime started, List<HashedFile> inputs, Path now) throws IOException {
        FileTime ended = Files.getLastModifiedTime(now);
        for (HashedFile input : inputs) {
            FileTime changed = FileLook.changed(input.path());
            if (changed.compareTo(started) > 0 && changed.compareTo(ended) <= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the toolchain. */
    public Toolchain toolchain() {
        return toolchain;
    }

    /** Returns a text that changes with the form of {@link #crossParts}; asks no program. */
    public static String crossPartsFormat() {
        return WindowsRuntime.FORMAT + " " + WindowsNames.FORMAT;
    }

    /** Returns what a build system needs to compile and link for a platform as this compiler does; zig is verified first. */
    public CrossParts crossParts(Platform platform) throws IOException, InterruptedException {
        zig.prepare();
        return platform.os() == OperatingSystem.WINDOWS
                ? new CrossParts(
                        Optional.of(new WindowsRuntime(zig, toolchain).archive(platform)), windowsNames.headerFlags())
                : new CrossParts(Optional.empty(), List.of());
    }

    ZigCompiler zig() {
        return zig;
    }

    /** The hashes this build has taken. */
    public FileHashes hashes() {
        return hashes;
    }

    /** Keeps the cache of object files below its bound, if this build has put anything into it; notes what zig has kept. */
    @Override
    public void close() {
        zig.close();
        if (grown.get()) {
            cache.prune();
        }
    }

    /** Files below zig's own folder are left out: the compiler's version, which tells lib folders apart, stands for them. */
    private List<Path> inputs(CompileUnit unit, Path dependencies) throws IOException {
        if (!Files.exists(dependencies)) {
            // Plain assembly includes nothing, so clang lists nothing.
            return List.of(unit.source());
        }
        return DependencyFile.read(dependencies).stream()
                .map(path -> path.toAbsolutePath().normalize())
                .filter(path -> !path.startsWith(toolchain.zig().libDirectory()))
                .distinct()
                .toList();
    }

    /** Debug information names the folder of the compiler's process, and headers. The last prefix that fits counts. */
    private List<String> level(Platform platform) {
        DebugInfo debug = toolchain.options().debug();
        List<String> flags = new ArrayList<>(debug.compilerFlags(platform));
        if (debug.separate()) {
            flags.add("-fdebug-compilation-dir=.");
            flags.add("-ffile-prefix-map=" + toolchain.cache().root() + "=cffi4j");
            flags.add("-ffile-prefix-map=" + toolchain.zig().libDirectory() + "=zig");
        }
        return flags;
    }

    private String command(CompileUnit unit, Path object) {
        return toolchain.zig().version() + "\n"
                + (unit.platform().os() == OperatingSystem.WINDOWS ? WindowsNames.FORMAT + "\n" : "")
                + String.join(
                        "\n",
                        ZigArguments.compile(
                                unit.platform(),
                                level(unit.platform()),
                                unit.settings(),
                                unit.base(),
                                unit.source(),
                                object,
                                object));
    }
}
