package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.OutputReader;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.zig.Zig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Calls zig with an environment in which it finds its library and writes only to our cache. Thread-safe. */
final class ZigCompiler {
    /** A full link for Windows compiles mingw-w64 first, 4 minutes on a small machine; zig hangs where it cannot write. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(30);

    /** More options of the linker for Windows. */
    private static final String LINKER_OPTIONS = "_LINK_";

    /**
     * Through these clang would find headers and libraries of this machine, or other options, whatever the target. The linker reads
     * {@code LINK} and {@code _LINK_}.
     */
    private static final Set<String> HOST_SETTINGS = Set.of(
            "CPATH",
            "C_INCLUDE_PATH",
            "CPLUS_INCLUDE_PATH",
            "OBJC_INCLUDE_PATH",
            "LIBRARY_PATH",
            "COMPILER_PATH",
            "CCC_OVERRIDE_OPTIONS",
            "MACOSX_DEPLOYMENT_TARGET",
            "SDKROOT",
            "ZIG_LIBC",
            "ZIG_VERBOSE_CC",
            "ZIG_VERBOSE_LINK",
            "LINK",
            LINKER_OPTIONS);

    private static final Pattern UNUSABLE = Pattern.compile("[%:\\\\]");

    private final Toolchain toolchain;
    private final CompilerLauncher launcher;
    private final ZigCache cache;
    private boolean ready;

    ZigCompiler(Toolchain toolchain) throws IOException {
        this.toolchain = toolchain;
        this.launcher = new CompilerLauncher(toolchain.options().launcher(), toolchain.zig(), toolchain.runtimes());
        refuseUnusable(toolchain.cache().root());
        this.cache = new ZigCache(toolchain.zigCache(), toolchain.progress());
        // zig spins for ever where it cannot create this folder itself.
        Files.createDirectories(toolchain.zigCache());
    }

    /** Linkers take {@code %} for a random digit, and zig reads the rules that clang writes by rules of its own. */
    private static void refuseUnusable(Path cache) {
        String names = StreamSupport.stream(cache.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
        Matcher unusable = UNUSABLE.matcher(names);
        if (unusable.find()) {
            throw new WrongSettingException("the cache folder " + cache + " has a '" + unusable.group()
                    + "' in its name, with which zig and its linkers cannot work; fix: choose another one by"
                    + " -Dffi.cache.dir");
        }
    }

    /** Runs any of zig's commands but the compiler, which notes the names of the files it reads. */
    ProcessResult run(List<String> arguments) throws IOException, InterruptedException {
        if (ResponseFile.neededFor(ResponseFile.left(arguments))) {
            Optional<NearbyPaths> nearby = NearbyPaths.of(arguments);
            if (nearby.isPresent()) {
                return shortened(nearby.get().arguments(), line -> directly(line)
                        .in(nearby.get().folder()));
            }
        }
        return shortened(arguments, this::directly);
    }

    /**
     * Runs any of zig's commands in a folder.
     *
     * @param linkerOptions what Microsoft's linker reads from the environment, and zig's as well
     */
    ProcessResult runIn(Path folder, String linkerOptions, List<String> arguments)
            throws IOException, InterruptedException {
        return shortened(arguments, line -> directly(line).in(folder).with(LINKER_OPTIONS, linkerOptions));
    }

    /** Runs zig's compiler, through the launcher if there is one. */
    ProcessResult compile(List<String> arguments) throws IOException, InterruptedException {
        return shortened(arguments, launcher.isNone() ? this::directly : launcher::command);
    }

    /** Runs any of zig's commands, and has its standard output read while it runs. */
    ProcessResult read(List<String> arguments, OutputReader reader) throws IOException, InterruptedException {
        return shortened(arguments, line -> directly(line).readBy(reader));
    }

    /** Makes a command of zig's arguments. */
    private interface CommandMaker {
        Command of(List<String> arguments) throws IOException;
    }

    private Command directly(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(toolchain.zig().executable().toString()));
        line.addAll(arguments);
        return Command.of(line);
    }

    private ProcessResult shortened(List<String> arguments, CommandMaker maker)
            throws IOException, InterruptedException {
        if (!ResponseFile.neededFor(arguments)) {
            return run(maker.of(arguments));
        }
        try (ScratchFolder scratch = ScratchFolder.beside(toolchain.zigCache().resolve("arguments"))) {
            return run(maker.of(ResponseFile.shorten(arguments, scratch.path())));
        }
    }

    /** Once for each goal of a build, and before the first compiler starts. */
    synchronized void prepare() throws IOException, InterruptedException {
        if (!ready) {
            toolchain.zig().proof().prove();
            cache.requireWhole();
            ready = true;
        }
    }

    /** Notes what zig has kept, if it was run. */
    synchronized void close() {
        if (ready) {
            cache.note();
        }
    }

    private ProcessResult run(Command line) throws IOException, InterruptedException {
        prepare();
        int generation = cache.generation();
        ProcessResult result = runOnce(line);
        return result.succeeded() || !cache.emptiedAfter(result.stderr(), generation) ? result : runOnce(line);
    }

    private ProcessResult runOnce(Command line) throws IOException, InterruptedException {
        String folder = toolchain.zigCache().toString();
        return toolchain
                .runner()
                .run(unaffectedByThisMachine(line)
                        .with("ZIG_LIB_DIR", toolchain.zig().libDirectory().toString())
                        .with("ZIG_GLOBAL_CACHE_DIR", folder)
                        .with("ZIG_LOCAL_CACHE_DIR", folder)
                        // A PE file carries the time of its linking unless this is set.
                        .with("SOURCE_DATE_EPOCH", "0")
                        .within(TIME_LIMIT));
    }

    /** Returns the command without the variables by which zig would find files of this machine. */
    static Command unaffectedByThisMachine(Command line) {
        return line.inheriting(variable -> !HOST_SETTINGS.contains(variable));
    }

    Zig zig() {
        return toolchain.zig();
    }
}
