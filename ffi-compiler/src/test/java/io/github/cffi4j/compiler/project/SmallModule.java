package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A module for tests with files written by them: cdefs in {@code ffi}, C in {@code c}; built by the real zig.
 *
 * @param base its folder
 * @param platforms those it is for
 * @param built those of them that are built
 * @param settings of all platforms
 * @param cache of the user
 * @param options how it is compiled
 */
public record SmallModule(
        Path base,
        List<Platform> platforms,
        Set<Platform> built,
        CompilerSettings settings,
        UserCache cache,
        CompileOptions options) {

    /** A module for some platforms, all of which are built, without settings. */
    public static SmallModule of(Path base, Platform... platforms) {
        return new SmallModule(
                base, List.of(platforms), Set.of(platforms), CompilerSettings.none(), TestZig.CACHE, TestZig.ALONE);
    }

    SmallModule with(CompilerSettings more) {
        return new SmallModule(base, platforms, built, settings.and(more), cache, options);
    }

    /** The module of which only some platforms are built. */
    SmallModule building(Platform... some) {
        return new SmallModule(base, platforms, Set.of(some), settings, cache, options);
    }

    SmallModule in(UserCache other) {
        return new SmallModule(base, platforms, built, settings, other, options);
    }

    SmallModule with(CompileOptions others) {
        return new SmallModule(base, platforms, built, settings, cache, others);
    }

    public SmallModule file(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    public FfiProject project(SourceRoot... sources) {
        Map<Platform, CompilerSettings> all = new EnumMap<>(Platform.class);
        platforms.forEach(platform -> all.put(platform, settings));
        return FfiProject.of(
                        "small",
                        new ProjectLayout(
                                base,
                                base.resolve("ffi"),
                                sources.length == 0 ? List.of(SourceRoot.of(base.resolve("c"))) : List.of(sources),
                                base.resolve("java"),
                                base.resolve("work"),
                                base.resolve("classes")),
                        platforms)
                .withBuilt(built)
                .withSettings(all)
                .withCompiler(TestZig::get)
                .withCache(cache)
                .withThreads(2)
                .withOptions(options);
    }

    /** Generates and compiles. */
    List<BuiltLibrary> build(SourceRoot... sources) throws Exception {
        FfiProject project = project(sources);
        new BindingGenerator(project).generate();
        return new LibraryBuilder(project).build(library -> {});
    }
}
