package io.github.cffi4j.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.fuzz.RandomHeader;
import io.github.cffi4j.compiler.project.BindingGenerator;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.GeneratedJava;
import io.github.cffi4j.compiler.project.SmallModule;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A header that compilers take becomes a cdef that builds: its Java compiles without a warning, and a second import changes nothing.
 * The same headers each time; {@code -Dfuzz.minutes=10} goes on with others for so long.
 */
class ImportFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_130L);
    private static final Duration LONGER = Duration.ofMinutes(Long.getLong("fuzz.minutes", 0L));
    private static final int ROUNDS = 3;
    private static final int DECLARATIONS = 60;
    private static final String INCLUDES = """
            #include <stdbool.h>
            #include <stddef.h>
            #include <stdint.h>
            """;

    @TempDir
    private Path folder;

    @Tag("thorough")
    @Test
    void whatCompilersTakeBuilds() throws Exception {
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS || System.nanoTime() - start < LONGER.toNanos(); round++) {
            String header = INCLUDES + new RandomHeader(SEED + round).write(DECLARATIONS);
            try {
                importAndBuild(header, Files.createDirectory(folder.resolve("round" + round)));
            } catch (Exception | AssertionError fault) {
                throw new AssertionError("seed " + (SEED + round) + ":\n" + header, fault);
            }
        }
    }

    private static void importAndBuild(String header, Path base) throws Exception {
        FfiProject project = SmallModule.of(base, Platform.LINUX_X86_64, Platform.OSX_AARCH_64, Platform.WINDOWS_X86_64)
                .file("c/include/a.h", header)
                .project();
        ImportRequest request = new ImportRequest(
                Optional.of("fuzz/Imported"), ImportRequest.Changes.ofHeaders("a.h"), false, List.of());
        new HeaderImporter(project).run(request);
        assertThat(new HeaderImporter(project).run(request).get(0).changed()).isFalse();

        new BindingGenerator(project).generate();
        try (Stream<Path> files = Files.walk(project.layout().java())) {
            GeneratedJava.compile(
                    files.filter(file -> file.toString().endsWith(".java")).toList(), base.resolve("classes"));
        }
    }
}
