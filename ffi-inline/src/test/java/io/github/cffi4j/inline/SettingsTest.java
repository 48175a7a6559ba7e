package io.github.cffi4j.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.dynamic.Library;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who may compile, with what, and what is kept. */
class SettingsTest {
    private static final Snippet SNIPPET =
            Snippet.of("static int twice(int i) { return i * 2; }").withCdef("int twice(int i);");

    @TempDir
    private Path folder;

    @Test
    void refusesIfItIsOff() {
        InlineSettings off = new InlineSettings(false, false, Optional.empty(), new UserCache(folder));
        assertThatThrownBy(() -> new CompiledSnippets(off).load(SNIPPET))
                .isInstanceOf(InlineException.class)
                .hasMessageContaining("-Dffi.inline=off")
                .hasMessageContaining("<artifactId>ffi-maven-plugin</artifactId>")
                .hasMessageContaining("<artifactId>ffi-runtime</artifactId>");
    }

    /** A second run neither finds nor needs a compiler. */
    @Test
    void startsNoCompilerForAKnownSnippet() throws Exception {
        InlineSettings usual = InlineSettings.ofThisProgram();
        try (Library first = new CompiledSnippets(usual).load(SNIPPET)) {
            assertThat(first.call("twice", 4)).isEqualTo(8);
        }
        InlineSettings broken = new InlineSettings(true, false, Optional.of(folder.resolve("no-zig")), usual.cache());
        try (Library second = new CompiledSnippets(broken).load(SNIPPET)) {
            assertThat(second.call("twice", 5)).isEqualTo(10);
        }
        Snippet other = Snippet.of("static int thrice(int i) { return i * 3; }").withCdef("int thrice(int i);");
        InlineSettings elsewhere =
                new InlineSettings(true, false, Optional.of(folder.resolve("no-zig")), new UserCache(folder));
        assertThatThrownBy(() -> new CompiledSnippets(elsewhere).load(other)).isInstanceOf(InlineException.class);
    }

    /** On Windows and behind mistakes, the plugin's build takes more. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void startsOneCompilerForANewSnippet() throws Exception {
        List<String> commands = Collections.synchronizedList(new ArrayList<>());
        InlineSettings usual = InlineSettings.ofThisProgram();
        InlineSettings counted = new InlineSettings(true, usual.downloads(), usual.zig(), usual.cache(), command -> {
            commands.add(command.line());
            return ProcessRunner.system().run(command);
        });
        // Finds zig, if no other test has.
        new CompiledSnippets(counted).load(timed()).close();
        commands.clear();
        Snippet fresh = timed();
        for (int i = 0; i < 2; i++) {
            try (Library library = new CompiledSnippets(counted).load(fresh)) {
                assertThat(library.constant("LIMIT")).isEqualTo(12);
                assertThat((long) library.call("now")).isPositive();
            }
            assertThat(commands).hasSize(1);
        }
        // The widths of bitfields are read in what the compiler made.
        assertThatThrownBy(() -> new CompiledSnippets(counted)
                        .load(Snippet.of(fresh.code()).withCdef("struct bits { int x : 3, y : 10; }; long now(void);")))
                .isInstanceOf(InlineException.class)
                .hasMessageContaining("Snippet.cdef:1");
    }

    private static Snippet timed() {
        return Snippet.of("""
                #define LIMIT 12
                struct bits { int x : 3, y : 9; };
                static long now(void) { return %dL; }
                """.replace("%d", String.valueOf(System.nanoTime())))
                .withCdef("#define LIMIT ...\nstruct bits { int x : 3, y : 9; };\nlong now(void);");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void looksAtAllOfZigOnceADay() throws Exception {
        InlineSettings usual = InlineSettings.ofThisProgram();
        new CompiledSnippets(usual).load(timed()).close();
        Path note = usual.cache().root().resolve("inline").resolve("proven");
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        Files.setLastModifiedTime(note, yesterday);
        new CompiledSnippets(usual).load(timed()).close();
        assertThat(Files.getLastModifiedTime(note)).isGreaterThan(yesterday);
    }

    @Test
    void compilesAgainWhatADiskHasDamaged() throws Exception {
        InlineSettings usual = InlineSettings.ofThisProgram();
        InlineSettings own = new InlineSettings(true, false, Optional.empty(), usual.cache());
        Snippet snippet = Snippet.of("static int four(void) { return 4; }").withCdef("int four(void);");
        String path;
        try (Library library = new CompiledSnippets(own).load(snippet)) {
            path = library.path();
        }
        Files.writeString(Path.of(path).resolveSibling("cdef"), "int five(void);");
        try (Library library = new CompiledSnippets(own).load(snippet)) {
            assertThat(library.call("four")).isEqualTo(4);
        }
        // Nothing of the work is left.
        try (Stream<Path> files = Files.list(Path.of(path).getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
                    .isEqualTo(Stream.of(
                                    "cdef",
                                    "digests",
                                    Path.of(path).getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void removesWhatNobodyHasUsedForLong() throws Exception {
        InlineSettings usual = InlineSettings.ofThisProgram();
        Path old =
                Files.createDirectories(usual.cache().root().resolve("inline").resolve("0".repeat(64)));
        Files.writeString(old.resolve("digests"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        Snippet fresh = Snippet.of("static long now(void) { return " + System.nanoTime() + "LL; }")
                .withCdef("long now(void);");
        new CompiledSnippets(usual).load(fresh).close();
        assertThat(old).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesAFolderThatOthersCanWriteTo() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("inline"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        InlineSettings usual = InlineSettings.ofThisProgram();
        InlineSettings exposed = new InlineSettings(true, false, usual.zig(), new UserCache(folder));
        assertThatThrownBy(() -> new CompiledSnippets(exposed).load(SNIPPET))
                .isInstanceOf(InlineException.class)
                .hasMessageContaining("others can write to this folder");
    }

    @Test
    void anythingThatCountsMakesAnotherResult() throws Exception {
        Platform host = Host.current().platform();
        List<String> keys = List.of(
                SNIPPET.key(host),
                SNIPPET.withCdef("int f(void);").key(host),
                SNIPPET.defining("X").key(host),
                SNIPPET.compiling(List.of("-O0")).key(host),
                SNIPPET.linking("libm.so.6").key(host),
                Snippet.of(SNIPPET.code() + " ").withCdef(SNIPPET.cdef()).key(host));
        assertThat(keys).doesNotHaveDuplicates();
    }
}
