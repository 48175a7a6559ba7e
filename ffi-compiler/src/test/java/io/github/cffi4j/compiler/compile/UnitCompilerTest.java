package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.compiler.compile.CompiledUnit.Compiled;
import io.github.cffi4j.compiler.compile.CompiledUnit.Failed;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitCompilerTest {
    @TempDir
    private Path folder;

    private FakeZig zig;
    private Path source;
    private Path header;
    private Path object;

    @BeforeEach
    void writeSources() throws IOException {
        zig = new FakeZig(folder);
        source = Files.writeString(folder.resolve("geo.c"), "int x;");
        header = Files.writeString(folder.resolve("geo.h"), "int y;");
        zig.headers.add(header);
        object = folder.resolve("obj").resolve("geo.o");
    }

    @Test
    void compilesOnceWhatDoesNotChange() throws Exception {
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, true, ""));
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, false, ""));
        assertThat(zig.runs()).isEqualTo(1);
        assertThat(object).hasContent("int x;int y;");
    }

    @Test
    void leavesNothingButTheObjectAndItsRecord() throws Exception {
        compile(CompilerSettings.none());
        try (Stream<Path> left = Files.list(object.getParent())) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("geo.o", "geo.o.made");
        }
    }

    @Test
    void compilesAgainWhenAFlagChanges() throws Exception {
        compile(CompilerSettings.none());
        CompilerSettings defined = new CompilerSettings(List.of(), List.of("X=1"), List.of(), List.of(), List.of());
        assertThat(compile(defined)).isEqualTo(new Compiled(object, true, ""));
        assertThat(compile(defined)).isEqualTo(new Compiled(object, false, ""));
    }

    @Test
    void compilesAgainWhenAHeaderChangesOrGoes() throws Exception {
        compile(CompilerSettings.none());
        Files.writeString(header, "int z;");
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, true, ""));
        zig.headers.clear();
        Files.delete(header);
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, true, ""));
    }

    @Test
    void compilesAgainWhenTheObjectIsNotWhatItWas() throws Exception {
        compile(CompilerSettings.none());
        Files.writeString(object, "cut off");
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, true, ""));
        Files.delete(object);
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, true, ""));
    }

    @Test
    void doesNotDependOnTimes() throws Exception {
        compile(CompilerSettings.none());
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));
        Files.setLastModifiedTime(header, FileTime.fromMillis(System.currentTimeMillis() + 100_000));
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, false, ""));
    }

    @Test
    @DisplayName("a source or header with its size and time of modification restored is compiled again (fault 34)")
    void timesRestored() throws Exception {
        for (Path input : List.of(source, header)) {
            compile(CompilerSettings.none());
            FileTime time = Files.getLastModifiedTime(input);
            Files.writeString(input, Files.readString(input).replace("int", "sht"));
            Files.setLastModifiedTime(input, time);

            assertThat(compile(CompilerSettings.none())).as(input.toString()).isEqualTo(new Compiled(object, true, ""));
        }
        assertThat(object).hasContent("sht x;sht y;");
    }

    @Test
    @DisplayName("files that were only touched are hashed once, not in each build from then on (fault 34)")
    void touched() throws Exception {
        compile(CompilerSettings.none());
        Path record = object.resolveSibling("geo.o.made");
        String before = Files.readString(record);
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));

        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, false, ""));
        String touched = Files.readString(record);
        assertThat(touched).isNotEqualTo(before);
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, false, ""));
        assertThat(record).hasContent(touched);
    }

    @Test
    @DisplayName("zig is run only after its lib folder was proven right, once for all sources (fault 31)")
    void proof() throws Exception {
        List<Integer> runs = new ArrayList<>();
        zig.proof = () -> runs.add(zig.runs());
        compile(CompilerSettings.none());
        assertThat(runs).containsExactly(0);

        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, false, ""));
        assertThat(runs).as("nothing is run, nothing is to prove").hasSize(1);
    }

    @Test
    @DisplayName("a compiler that fails for zig's damaged cache is run again (fault 34)")
    void damagedCache() throws Exception {
        zig.failing = arguments -> zig.runs() == 1 ? "note: failed to check cache: invalid manifest file format" : "";
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, true, ""));
        assertThat(zig.runs()).isEqualTo(2);
    }

    @Test
    void aSourceSavedWhileItIsCompiledIsCompiledAgain() throws Exception {
        zig.meanwhile = () -> {
            try {
                // Later than when the compile began, not later than when it ended, whatever the clock's grain.
                Files.writeString(source, "int saved;");
                while (Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(object.getParent()))
                        <= 0) {
                    Files.writeString(source, "int saved;");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        compile(CompilerSettings.none());
        zig.meanwhile = () -> {};
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, true, ""));
        assertThat(object).hasContent("int saved;int y;");
    }

    @Test
    void aFailureIsToldAndTriedAgain() throws Exception {
        zig.failing = arguments -> "geo.c:1:1: error: no";
        assertThat(compile(CompilerSettings.none()))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.output()).isEqualTo("geo.c:1:1: error: no"));
        zig.failing = arguments -> "";
        assertThat(compile(CompilerSettings.none())).isEqualTo(new Compiled(object, true, ""));
    }

    @Test
    void zigFindsNothingOfTheHostByItsEnvironment() throws Exception {
        compile(CompilerSettings.none());
        assertThat(List.of("CPATH", "C_INCLUDE_PATH", "LIBRARY_PATH", "CCC_OVERRIDE_OPTIONS", "ZIG_LIBC", "LINK"))
                .noneMatch(zig.commands.get(0).inherited());
        assertThat(List.of("PATH", "HOME", "TMPDIR"))
                .allMatch(zig.commands.get(0).inherited());
        assertThat(zig.commands.get(0).environment())
                .containsEntry("SOURCE_DATE_EPOCH", "0")
                .containsEntry("ZIG_LIB_DIR", folder.resolve("lib").toString());
    }

    /** With a compiler of its own, as each build has: hashes are kept no longer than a build. */
    private CompiledUnit compile(CompilerSettings settings) throws IOException, InterruptedException {
        return new UnitCompiler(zig.toolchain(CompileOptions.usual(), Progress.silent()))
                .compile(new CompileUnit(Platform.LINUX_X86_64, settings, folder, source, object));
    }
}
