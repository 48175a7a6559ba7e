package io.github.cffi4j.compiler.project;

import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Modules for tests: all platforms, no sources of their own, the real zig. */
final class TestModule {

    private TestModule() {}

    static FfiProject of(String library, Path base, Path cdefs) {
        return of(library, base, cdefs, Set.copyOf(Platform.standard()));
    }

    /**
     * @param built those of the platforms that libraries are built for
     */
    static FfiProject of(String library, Path base, Path cdefs, Set<Platform> built) {
        return FfiProject.of(
                        library,
                        new ProjectLayout(
                                base,
                                cdefs,
                                List.of(),
                                base.resolve("java"),
                                base.resolve("work"),
                                base.resolve("classes")),
                        Platform.standard())
                .withBuilt(built)
                .withCompiler(TestZig::get)
                .withCache(TestZig.CACHE)
                .withOptions(TestZig.ALONE);
    }
}
