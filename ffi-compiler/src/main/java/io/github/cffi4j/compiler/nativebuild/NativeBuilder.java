package io.github.cffi4j.compiler.nativebuild;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.StaticLibrary;
import io.github.cffi4j.compiler.compile.Toolchain;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SharedDirectory;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.compiler.process.SearchPath;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.toolchain.CrossToolchain;
import io.github.cffi4j.compiler.toolchain.ToolchainWriter;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has C libraries built by their own build systems, for many platforms, into prefixes that the user's builds share. A prefix is
 * there whole or not at all; its name has the hash of all that went into it.
 */
public final class NativeBuilder {
    /** Counts up with what is done with an installation: a prefix of before is not taken for one of now. */
    private static final String FORMAT = "native build 1";

    private static final Duration TIME_LIMIT = Duration.ofHours(3);
    private static final String SECONDS = "seconds";
    private static final int KEY_DIGITS = 16;
    private static final long SECONDS_TO_STOP = 30;

    private final UnitCompiler compiler;
    private final Toolchain toolchain;
    private final Path logs;
    private final int threads;

    /** True if something was not there yet: only then there may be too much. */
    private final AtomicBoolean built = new AtomicBoolean();

    /**
     * @param logs the folder for the logs, one for each build and platform
     * @param threads how many compilers run at once
     */
    public NativeBuilder(UnitCompiler compiler, Path logs, int threads) {
        this.compiler = compiler;
        this.toolchain = compiler.toolchain();
        this.logs = logs;
        this.threads = threads;
    }

    /**
     * Builds what is not there yet.
     *
     * @param builds in their order: each finds what those before it installed
     * @return the settings with which each platform's C finds the headers and a link the libraries
     * @throws NativeBuildException if a build fails
     */
    public Map<Platform, CompilerSettings> build(List<NativeBuild> builds, List<Platform> platforms)
            throws IOException, InterruptedException {
        Map<NativeBuild, String> sources = new HashMap<>();
        for (NativeBuild build : builds) {
            sources.put(build, build.source().identity());
        }
        // Compilers for Windows read the most, so they begin first: the last to end should be a short one.
        List<Platform> order = platforms.stream()
                .sorted(Comparator.comparing((Platform platform) -> platform.os() != OperatingSystem.WINDOWS))
                .toList();
        int atOnce = Math.max(1, Math.min(threads, order.size()));
        int jobs = Math.max(1, (threads + atOnce - 1) / atOnce);
        ExecutorService pool = Executors.newFixedThreadPool(atOnce, runnable -> {
            Thread thread = new Thread(runnable, "ffi-native-build");
            thread.setDaemon(true);
            return thread;
        });
        try {
            ExecutorCompletionService<Built> done = new ExecutorCompletionService<>(pool);
            for (Platform platform : order) {
                done.submit(() -> new Built(platform, build(builds, sources, platform, jobs)));
            }
            Map<Platform, CompilerSettings> settings = new EnumMap<>(Platform.class);
            while (settings.size() < order.size()) {
                // The first to fail ends all: it would be fixed first.
                Built built = await(done.take());
                settings.put(built.platform(), built.settings());
            }
            if (built.get()) {
                new PrefixPruner(prefixes(), toolchain.options().cacheBytes()).prune();
            }
            return settings;
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        }
    }

    private record Built(Platform platform, CompilerSettings settings) {}

    private static Built await(Future<Built> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            } else if (e.getCause() instanceof InterruptedException interrupt) {
                throw interrupt;
            } else if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private CompilerSettings build(
            List<NativeBuild> builds, Map<NativeBuild, String> sources, Platform platform, int jobs)
            throws IOException, InterruptedException {
        CrossToolchain cross = new ToolchainWriter(compiler).cached(platform);
        List<InstalledPrefix> prefixes = new ArrayList<>();
        for (NativeBuild build : builds) {
            prefixes.add(prefix(build, sources.get(build), cross, prefixes, jobs));
        }
        CompilerSettings settings = CompilerSettings.none();
        // The libraries of a later build call those of an earlier one.
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            settings = settings.and(prefixes.get(i).settings());
        }
        return settings;
    }

    private InstalledPrefix prefix(
            NativeBuild build, String source, CrossToolchain cross, List<InstalledPrefix> before, int jobs)
            throws IOException, InterruptedException {
        Platform platform = cross.platform();
        BuildRecipe recipe = build.recipe(platform.classifier());
        StringBuilder key = new StringBuilder();
        for (String part : List.of(
                FORMAT,
                build.name(),
                source,
                recipe.identity(),
                build.installs().toString(),
                toolchain.zig().version())) {
            key.append(part).append("\n\n");
        }
        key.append(cross.folder().getFileName()).append('\n');
        before.forEach(prefix -> key.append(prefix.folder().getFileName()).append('\n'));
        String hash = Sha256.of(key.toString().getBytes(StandardCharsets.UTF_8)).hex();
        Path folder =
                prefixes().resolve(build.name() + "-" + platform.classifier() + "-" + hash.substring(0, KEY_DIGITS));
        InstalledPrefix prefix = new InstalledPrefix(build, folder, key.toString());
        new SharedDirectory(folder)
                .obtain(
                        toolchain.progress(),
                        found -> isWhole(found, key.toString()),
                        empty -> fill(empty, prefix, recipe, cross, before, jobs));
        PrefixPruner.used(InstalledPrefix.key(folder));
        return prefix;
    }

    private Path prefixes() {
        return ToolchainWriter.home(toolchain).resolve("prefixes");
    }

    private static boolean isWhole(Path folder, String key) {
        try {
            return Files.readString(InstalledPrefix.key(folder)).equals(key);
        } catch (IOException e) {
            return false;
        }
    }

    private void fill(
            Path empty,
            InstalledPrefix prefix,
            BuildRecipe recipe,
            CrossToolchain cross,
            List<InstalledPrefix> before,
            int jobs)
            throws IOException, InterruptedException {
        refuseWindowsHost();
        // The toolchain names them, and they may have been deleted since it was written.
        compiler.crossParts(cross.platform());
        NativeBuild build = prefix.build();
        String classifier = cross.platform().classifier();
        Trace.Running time = toolchain.trace().start("native build", build.name() + " for " + classifier);
        long started = System.nanoTime();
        Path scratch = empty.getParent();
        Path source = build.source().folder();
        Path folder = Files.createDirectory(scratch.resolve("build"));
        if (recipe.amongSources()) {
            PrefixFiles.copySources(source, folder);
            source = folder;
        }
        BuildPlace place = new BuildPlace(
                cross,
                source,
                folder,
                Files.createDirectory(scratch.resolve("staging")),
                before,
                jobs,
                new HostTools(SearchPath.ofThisProcess()));
        RecipeFolder.require(build, recipe);
        refuseBlank(recipe, cross);
        try (BuildLog log = new BuildLog(logs.resolve(classifier).resolve(build.name() + ".log"))) {
            say(classifier, build, recipe.system() + lastTime(prefix));
            for (BuildStep step : recipe.steps(place, build.installs().isEmpty())) {
                run(
                        step,
                        BuildEnvironment.of(place, recipe, scratch.resolve("zig-cache")),
                        build,
                        classifier,
                        folder,
                        log);
            }
            boolean installed = build.installs().isEmpty()
                    ? PrefixFiles.take(place.staging(), empty)
                    : PrefixFiles.collect(folder, build.installs(), empty);
            requireLibraries(installed, empty, prefix, place, log);
        }
        PrefixFiles.relocate(empty);
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        Path own = Files.createDirectory(empty.resolve(InstalledPrefix.OWN));
        Files.writeString(own.resolve(SECONDS), String.valueOf(seconds));
        Files.writeString(lastTimeFile(prefix), String.valueOf(seconds));
        // Behind all others: with it, the prefix is whole.
        Files.writeString(InstalledPrefix.key(empty), prefix.key());
        time.done();
        built.set(true);
        say(classifier, build, "done in " + seconds + " s");
    }

    private void run(
            BuildStep step,
            Map<String, String> environment,
            NativeBuild build,
            String classifier,
            Path folder,
            BuildLog log)
            throws IOException, InterruptedException {
        log.begin(step);
        Command command = Command.of(step.arguments())
                .in(step.folder())
                .inheriting(BuildEnvironment::inherits)
                .with(environment)
                .with(step.environment())
                .within(TIME_LIMIT)
                .merging()
                .readBy(log.reader(far -> say(classifier, build, step.title() + " " + far)));
        ProcessResult result = toolchain.runner().run(command);
        if (!result.succeeded()) {
            throw new NativeBuildException("<nativeBuild> " + build.name() + " for " + classifier + ": " + step.title()
                    + " failed\n" + log.excerpt() + "\n  log: " + log.file() + log.keepDetails(folder, step.folder()));
        }
        List<String> ignored = log.ignored(build.recipe(classifier).options());
        if (!ignored.isEmpty()) {
            say(
                    classifier,
                    build,
                    "warning: its sources know no option " + String.join(" ", ignored)
                            + ", and ignore it; fix: correct it,"
                            + " or move it to the <platformOptions> that need it");
        }
    }

    /** CMake and Meson quote what they call; makefiles and scripts do not. */
    private static void refuseBlank(BuildRecipe recipe, CrossToolchain cross) {
        if (!(recipe instanceof CmakeRecipe || recipe instanceof MesonRecipe)
                && cross.folder().toString().indexOf(' ') >= 0) {
            throw new WrongSettingException("the compilers are in " + cross.folder()
                    + ", and makefiles cannot call what has a blank in its path"
                    + "\n  fix: name another folder for the cache by -Dffi.cache.dir=<folder>");
        }
    }

    private void requireLibraries(boolean installed, Path empty, InstalledPrefix prefix, BuildPlace place, BuildLog log)
            throws IOException {
        Platform platform = place.toolchain().platform();
        String where = "<nativeBuild> " + prefix.build().name() + " for " + platform.classifier() + ": ";
        List<Path> libraries = InstalledPrefix.staticLibraries(empty);
        if (!installed || libraries.isEmpty()) {
            List<String> switches = CmakeCache.librarySwitches(place.build());
            throw new NativeBuildException(where
                    + (prefix.build().installs().isEmpty()
                            ? "it installed no static library below " + BuildRecipe.PREFIX
                            : "nothing that it built is a static library and one of "
                                    + prefix.build().installs())
                    + "\n  log: " + log.file()
                    + "\n  fix: switch on its static library by an option"
                    + (switches.isEmpty() ? "" : " (now " + String.join(", ", switches) + ")")
                    + ", or take files of its folder by <installs>,"
                    + " such as <install>lib/*.a</install>");
        }
        for (Path library : libraries) {
            Optional<String> mismatch = StaticLibrary.mismatch(library, platform);
            if (mismatch.isPresent()) {
                throw new NativeBuildException(where + library.getFileName() + " is not for this platform: "
                        + mismatch.get() + "\n  log: " + log.file()
                        + "\n  fix: the build calls another compiler than it is told; have it take CC and AR, or name them"
                        + " by an option");
            }
        }
    }

    private void say(String classifier, NativeBuild build, String what) {
        toolchain.progress().message(Text.format("  %-21s %s: %s", classifier, build.name(), what));
    }

    private static Path lastTimeFile(InstalledPrefix prefix) {
        String name = prefix.folder().getFileName().toString();
        return prefix.folder().resolveSibling("." + name.substring(0, name.length() - KEY_DIGITS) + SECONDS);
    }

    private static String lastTime(InstalledPrefix prefix) {
        try {
            return ", " + Files.readString(lastTimeFile(prefix)) + " s the last time";
        } catch (IOException e) {
            return "";
        }
    }

    private static void refuseWindowsHost() {
        if (Host.current().platform().os() == OperatingSystem.WINDOWS) {
            throw new WrongSettingException(
                    "<nativeBuilds>: the compilers for other build systems are scripts of a POSIX"
                            + " shell, which Windows lacks\n  fix: build on Linux, on macOS or in WSL");
        }
    }
}
