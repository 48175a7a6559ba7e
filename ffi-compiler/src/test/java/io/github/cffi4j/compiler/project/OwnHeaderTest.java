package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompileUnit;
import io.github.cffi4j.compiler.compile.CompiledUnit;
import io.github.cffi4j.compiler.compile.SourceLanguage;
import io.github.cffi4j.compiler.compile.UnitCompiler;
import io.github.cffi4j.compiler.fuzz.RandomCdef;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * C that is its own cdef is true on every platform, and what is generated from it compiles: Java without a warning, and C.
 * The same C each time; {@code -Dfuzz.minutes=10} goes on with other for so long.
 */
@Tag("thorough")
class OwnHeaderTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122L);
    private static final Duration LONGER = Duration.ofMinutes(Long.getLong("fuzz.minutes", 0L));
    private static final int DECLARATIONS = 120;
    private static final String INCLUDES = """
            #include <stdbool.h>
            #include <stddef.h>
            #include <stdint.h>
            """;

    @TempDir
    private Path folder;

    @Test
    void isTrueAndCompiles() throws Exception {
        long start = System.nanoTime();
        int round = 0;
        do {
            String cdef = new RandomCdef(SEED + round, false).write(DECLARATIONS);
            try {
                generateAndCompile(cdef, Files.createDirectory(folder.resolve("round" + round)));
            } catch (Exception | AssertionError fault) {
                throw new AssertionError("seed " + (SEED + round) + ":\n" + cdef, fault);
            }
            round++;
        } while (System.nanoTime() - start < LONGER.toNanos());
    }

    @Test
    void whatWasFoundIsTrueAndCompiles() throws Exception {
        generateAndCompile(Files.readString(Path.of("src", "test", "resources", "fuzz", "found.cdef")), folder);
    }

    private static void generateAndCompile(String cdef, Path base) throws Exception {
        Files.writeString(base.resolve("Own.cdef"), cdef);
        Files.writeString(base.resolve("Own.c"), INCLUDES + cdef);
        FfiProject project = TestModule.of("own", base, base);
        new BindingGenerator(project).generate();
        Path java = project.layout().java();
        GeneratedJava.compile(
                List.of(java.resolve("Own.java"), java.resolve("OwnNative.java")), base.resolve("classes"));
        UnitCompiler compiler = new UnitCompiler(project.toolchain());
        for (Platform platform : project.platforms()) {
            CompileUnit unit = new CompileUnit(
                    platform,
                    UnitSettings.forGlue(project, platform, SourceLanguage.C, base),
                    base,
                    project.layout().glue().resolve("Own.ffi.c"),
                    base.resolve(platform + ".o"));
            assertThat(compiler.compile(unit)).isInstanceOf(CompiledUnit.Compiled.class);
        }
    }
}
