package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompileOptions;
import io.github.cffi4j.compiler.compile.LinkMode;
import io.github.cffi4j.compiler.compile.LinkPolicy;
import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a lean link gives runs as what a full link gives; and which of the two is taken. Each library is loaded by a small C
 * program, on a machine of its platform or on one that stands in for it. There is none for macOS and for Windows on ARM:
 * their libraries are linked by the same rules, and have not been run.
 */
@Tag("demanding")
class LinkModesIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            linux-x86_64        | constructors.c   | LEAN | 3 constructors: 1 2 3
            linux-x86_64        | tls.c            | LEAN | 442 431
            linux-x86_64        | pthreads.c       | LEAN | 1234 10
            linux-x86_64        | libc.c           | LEAN | 2 -9007199254740993 2.5 70000  3.14,ab  ,002a 1 1.4142135624 1.2311444133 1
            linux-x86_64        | longdouble.c     | LEAN | 16 0.33333333333333331 1.5 333333333333333333 0.333333343 1 1
            linux-x86_64        | longdoublemath.c | LEAN | 0.479425538604203 0.101531549544529 1.64872127070013 -0.693147180559945
            linux-x86_64        | longdoubletext.c | LEAN | 1.500000
            linux-x86_64        | int128.c         | FULL | 4e2fff8 a480a8f02e67e750 28838cfa ffffffe555555555 fffffe7000000000 4675000000000000 1.5123660646176085e+27
            linux-x86_64        | cpp.cpp          | FULL | thrown range 1 7 2 50 mine 2.5
            linux-x86_64-musl   | constructors.c   | LEAN | 3 constructors: 1 2 3
            linux-x86_64-musl   | tls.c            | LEAN | 442 431
            linux-x86_64-musl   | pthreads.c       | LEAN | 1234 10
            linux-x86_64-musl   | libc.c           | LEAN | 2 -9007199254740993 2.5 70000  3.14,ab  ,002a 1 1.4142135624 1.2311444133 1
            linux-x86_64-musl   | longdoublemath.c | LEAN | 0.479425538604203 0.101531549544529 1.64872127070013 -0.693147180559945
            linux-x86_64-musl   | int128.c         | FULL | 4e2fff8 a480a8f02e67e750 28838cfa ffffffe555555555 fffffe7000000000 4675000000000000 1.5123660646176085e+27
            linux-aarch_64      | constructors.c   | LEAN | 3 constructors: 1 2 3
            linux-aarch_64      | tls.c            | LEAN | 442 431
            linux-aarch_64      | pthreads.c       | LEAN | 1234 10
            linux-aarch_64      | libc.c           | LEAN | 2 -9007199254740993 2.5 70000  3.14,ab  ,002a 1 1.4142135624 1.2311444133 1
            linux-aarch_64      | longdouble.c     | FULL | 16 0.33333333333333331 1.5 333333333333333333 0.333333343 1 1
            linux-aarch_64      | int128.c         | FULL | 4e2fff8 a480a8f02e67e750 28838cfa ffffffe555555555 fffffe7000000000 4675000000000000 1.5123660646176085e+27
            windows-x86_64      | constructors.c   | LEAN | 3 constructors: 1 2 3
            windows-x86_64      | tls.c            | LEAN | 442 431
            windows-x86_64      | libc.c           | LEAN | 2 -9007199254740993 2.5 70000  3.14,ab  ,002a 1 1.4142135624 1.2311444133 1
            windows-x86_64      | longdouble.c     | LEAN | 16 0.33333333333333331 1.5 333333333333333333 0.333333343 1 1
            windows-x86_64      | longdoubletext.c | LEAN | 0.000000
            windows-x86_64      | longdoublemath.c | FULL | 0.479425538604203 0.101531549544529 1.64872127070013 -0.693147180559945
            windows-x86_64      | pthreads.c       | FULL | 1234 10
            windows-x86_64      | int128.c         | FULL | 4e2fff8 a480a8f02e67e750 28838cfa ffffffe555555555 fffffe7000000000 4675000000000000 1.5123660646176085e+27
            windows-x86_64      | cpp.cpp          | FULL | thrown range 1 7 2 50 mine 2.5
            """)
    void runsTheSame(String classifier, String source, LinkMode expected, String output) throws Exception {
        Platform platform = Platform.ofClassifier(classifier).orElseThrow();
        copy(source, "c");
        copy("probe.h", "c");

        LinkedLibrary taken = link(platform, LinkPolicy.AUTO);
        LinkedLibrary full = link(platform, LinkPolicy.FULL);

        assertThat(taken.mode()).isEqualTo(expected);
        assertThat(full.mode()).isEqualTo(LinkMode.FULL);
        assertThat(run(platform, taken)).isEqualTo(run(platform, full)).startsWith(output);
    }

    private LinkedLibrary link(Platform platform, LinkPolicy policy) throws Exception {
        FfiProject project = FfiProject.of(
                        "probe",
                        new ProjectLayout(
                                folder,
                                folder.resolve("none"),
                                List.of(SourceRoot.of(folder.resolve("c"))),
                                folder.resolve("java"),
                                folder.resolve(policy.toString()),
                                folder.resolve("classes")),
                        List.of(platform))
                .withCompiler(TestZig::get)
                .withCache(TestZig.CACHE)
                .withThreads(2)
                .withOptions(new CompileOptions(policy, List.of(), 0));
        return new LibraryBuilder(project).build(library -> {}).get(0).library();
    }

    private String run(Platform platform, LinkedLibrary library) throws Exception {
        List<String> line = new ArrayList<>(runner(platform));
        line.add(driver(platform).toString());
        line.add(library.file().toString());
        return ProcessRunner.system()
                .run(Command.of(line))
                .orThrow()
                .stdout()
                .lines()
                .map(String::stripTrailing)
                .reduce("", (text, next) -> text + next + "\n");
    }

    /** What runs the platform's programs here, and its arguments; the build says it. */
    private static List<String> runner(Platform platform) {
        if (platform == TestZig.HOST) {
            return List.of();
        }
        String key = "links.runner." + platform.classifier();
        String runner = System.getProperty(key);
        assertThat(runner)
                .as("-D" + key + ", the command that runs its programs")
                .isNotBlank();
        return Arrays.asList(runner.split(" "));
    }

    private Path driver(Platform platform) throws Exception {
        Path program = folder.resolve("driver.exe");
        if (!Files.exists(program)) {
            Zig zig = TestZig.get();
            ProcessRunner.system()
                    .run(Command.of(
                                    zig.executable().toString(),
                                    "cc",
                                    "-target",
                                    platform.zigTarget(),
                                    // For musl zig makes programs static, and those load no libraries.
                                    "-dynamic",
                                    "-O2",
                                    "-fno-sanitize=undefined",
                                    "-o",
                                    program.toString(),
                                    copy("driver.c", ".").toString())
                            .with("ZIG_GLOBAL_CACHE_DIR", zigCache())
                            .with("ZIG_LOCAL_CACHE_DIR", zigCache()))
                    .orThrow();
        }
        return program;
    }

    private static String zigCache() {
        return TestZig.CACHE.root().resolve("zig-cache").toString();
    }

    private Path copy(String resource, String into) throws IOException {
        Path file = Files.createDirectories(folder.resolve(into)).resolve(resource);
        try (InputStream content = LinkModesIT.class.getResourceAsStream("/links/" + resource)) {
            return Files.write(file, content.readAllBytes());
        }
    }
}
