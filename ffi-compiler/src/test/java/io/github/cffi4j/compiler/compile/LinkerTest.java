package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkerTest {
    private static final String UNDEFINED = """
            error: undefined symbol: getopt
                note: referenced by geo.c.o:(.text.main)
            error: undefined symbol: __udivti3
            error: undefined symbol: getopt
            """;

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private CompilerSettings settings = CompilerSettings.none();
    private CompileOptions options = CompileOptions.usual();
    private FakeZig zig;
    private Path object;
    private Path library;

    @BeforeEach
    void writeObject() throws IOException {
        zig = new FakeZig(folder);
        object = Files.writeString(folder.resolve("geo.o"), "object");
        library = folder.resolve("lib").resolve("libgeo.so");
    }

    @Test
    void linksLeanAndOnce() throws Exception {
        LinkedLibrary first = link();
        assertThat(first.fresh()).isTrue();
        assertThat(first.mode()).isEqualTo(LinkMode.LEAN);
        LinkedLibrary second = link();
        assertThat(second.fresh()).isFalse();
        assertThat(second.mode()).isEqualTo(LinkMode.LEAN);
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(zig.runs()).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void linksAgainWhenAnObjectOrTheLibraryChanges() throws Exception {
        link();
        Files.writeString(object, "another");
        assertThat(link().fresh()).isTrue();
        Files.writeString(library, "cut off");
        assertThat(link().fresh()).isTrue();
        assertThat(link().fresh()).isFalse();
    }

    @Test
    void linksInFullWhatALeanLinkLacks_saysSo_andRemembersIt() throws Exception {
        zig.failing = arguments -> arguments.contains("-nostdlib") ? UNDEFINED : "";
        assertThat(link().mode()).isEqualTo(LinkMode.FULL);
        assertThat(told)
                .containsExactly("linux-x86_64: needs 'getopt', '__udivti3', so the full run time is linked;"
                        + " zig compiles it now, once per machine");
        LinkedLibrary again = link();
        assertThat(again.mode()).isEqualTo(LinkMode.FULL);
        assertThat(again.fresh()).isFalse();
    }

    @Test
    void isLeanAgainWhenNothingIsLackedAnyMore() throws Exception {
        zig.failing = arguments -> arguments.contains("-nostdlib") ? UNDEFINED : "";
        link();
        zig.failing = arguments -> "";
        Files.writeString(object, "without getopt");
        assertThat(link().mode()).isEqualTo(LinkMode.LEAN);
        assertThat(link().mode()).isEqualTo(LinkMode.LEAN);
    }

    /** A line of the map that lld draws. */
    @Test
    void remembersWhatCameOutOfZigsFolder() throws Exception {
        zig.map =
                "    c20      c20       41     1         /cache/o/35/libc_nonshared.a(/cache/o/36/stat.o):(.text.stat)\n";
        assertThat(link().parts()).containsExactly(RuntimePart.GLIBC_NONSHARED);
        zig.map = "";
        assertThat(link().parts()).containsExactly(RuntimePart.GLIBC_NONSHARED);
        Files.writeString(object, "without stat");
        assertThat(link().parts()).isEmpty();
    }

    @Test
    void whereNoMapIsDrawnAllThatIsGivenCounts() {
        assertThat(RuntimePart.linked(Platform.OSX_X86_64, LinkMode.LEAN, SourceLanguage.C, ""))
                .isEmpty();
        assertThat(RuntimePart.linked(Platform.WINDOWS_X86_64, LinkMode.LEAN, SourceLanguage.C, ""))
                .containsExactly(RuntimePart.MINGW_W64);
        assertThat(RuntimePart.linked(Platform.WINDOWS_X86_64, LinkMode.FULL, SourceLanguage.CPP, ""))
                .containsExactly(
                        RuntimePart.COMPILER_RT,
                        RuntimePart.MINGW_W64,
                        RuntimePart.LIBCXX,
                        RuntimePart.LIBCXXABI,
                        RuntimePart.LIBUNWIND);
        assertThat(RuntimePart.linked(Platform.OSX_AARCH_64, LinkMode.FULL, SourceLanguage.CPP, ""))
                .doesNotContain(RuntimePart.LIBUNWIND);
    }

    @Test
    void saysThatTheRunTimeIsCompiledOnlyWhereItIs() throws Exception {
        zig.failing = arguments -> arguments.contains("-nostdlib") ? UNDEFINED : "";
        link();
        told.clear();
        Files.writeString(object, "another");
        link();
        assertThat(told).containsExactly("linux-x86_64: needs 'getopt', '__udivti3', so the full run time is linked");
    }

    @Test
    void aFullLinkCanBeForced() throws Exception {
        LinkedLibrary lean = link();
        options = new CompileOptions(LinkPolicy.FULL, List.of(), 0);
        LinkedLibrary full = link();
        assertThat(full.mode()).isEqualTo(LinkMode.FULL);
        assertThat(full.fresh())
                .as("the policy is part of what it is made from")
                .isTrue();
        assertThat(full.sha256()).isNotEqualTo(lean.sha256());
        assertThat(told)
                .containsExactly("linux-x86_64: ffi.link=full, so the full run time is linked;"
                        + " zig compiles it now, once per machine");
        assertThat(link().fresh()).isFalse();
    }

    @Test
    void whereALeanLinkIsForcedALackIsAnError() {
        options = new CompileOptions(LinkPolicy.LEAN, List.of(), 0);
        zig.failing = arguments -> arguments.contains("-nostdlib") ? UNDEFINED : "";
        assertThatThrownBy(this::link)
                .isInstanceOf(LinkException.class)
                .hasMessageStartingWith("the lean link is not enough for linux-x86_64, it needs 'getopt', '__udivti3':")
                .hasMessageEndingWith("fix: remove ffi.link=lean, so that zig's full run time is linked");
        assertThat(zig.runs()).isEqualTo(1);
    }

    @Test
    void linksAgainWhenALibraryItIsGivenChanges() throws Exception {
        Path named = Files.writeString(folder.resolve("extra.a"), "one");
        Files.writeString(folder.resolve("libfound.a"), "one");
        settings = new CompilerSettings(
                List.of(), List.of(), List.of(), List.of(named.toString(), "-L" + folder), List.of("found"));
        link();
        assertThat(link().fresh()).isFalse();
        Files.writeString(named, "another");
        assertThat(link().fresh()).isTrue();
        Files.writeString(folder.resolve("libfound.a"), "another");
        assertThat(link().fresh()).isTrue();
        assertThat(link().fresh()).isFalse();
    }

    @Test
    void policiesHaveNames() {
        assertThat(LinkPolicy.of("lean")).isEqualTo(LinkPolicy.LEAN);
        assertThatThrownBy(() -> LinkPolicy.of("fast")).hasMessage("ffi.link is 'auto', 'lean' or 'full', not 'fast'");
    }

    @Test
    void saysWhatToDoAboutWhatIsThereTwiceAndWhatIsNotThere() {
        zig.failing = arguments -> "ld.lld: error: duplicate symbol: twice\n";
        assertThatThrownBy(this::link).hasMessageEndingWith("""
                duplicate symbol: twice
                  fix: compile one of the two, and exclude the other by <excludes> in its <sourceDirectory> or\
                 <sourceArchive>: tests, examples, and C files that others include must not be among the sources""");
        zig.failing = arguments -> "error: unable to find dynamic system library 'curl' using strategy 'paths_first'\n";
        assertThatThrownBy(this::link)
                .hasMessageContaining("\n  fix: compile its sources in, by src/main/c or <sourceArchives>");
        zig.failing = arguments -> "error: out of paper\n";
        assertThatThrownBy(this::link).hasMessageEndingWith("out of paper");
    }

    @Test
    void saysWhatCannotBeLinkedAtAll() {
        zig.failing = arguments -> "error: undefined symbol: nowhere\n";
        assertThatThrownBy(this::link).isInstanceOf(LinkException.class).hasMessage("""
                        cannot link libgeo.so for linux-x86_64:
                        error: undefined symbol: nowhere
                          fix: add the source that defines it to src/main/c, or the library to <libraries>, or name the one of the user's system in <systemLibraries>; or remove it from the cdef""");
        assertThat(library).doesNotExist();
    }

    /** zig has a function of this name, which computes with another format. */
    @ParameterizedTest
    @EnumSource
    void wrongArithmeticIsNeverLinked(LinkPolicy policy) {
        options = new CompileOptions(policy, List.of(), 0);
        zig.failing = arguments -> arguments.contains("-nostdlib")
                ? "ld.lld: error: undefined symbol: __fixtfdi\n>>> referenced by geo.o"
                : "";
        assertThatThrownBy(() -> link(Platform.LINUX_PPCLE_64))
                .isInstanceOf(LinkException.class)
                .hasMessageStartingWith(
                        "cannot link for linux-ppcle_64: it needs '__fixtfdi', arithmetic with long double")
                .hasMessageEndingWith("or leave linux-ppcle_64 out of <platforms>");
        assertThat(library).doesNotExist();
    }

    @Test
    void leavesNothingBesideTheLibrary() throws Exception {
        link();
        try (var left = Files.list(library.getParent())) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("libgeo.so", "libgeo.so.made");
        }
    }

    private LinkedLibrary link() throws IOException, InterruptedException {
        return link(Platform.LINUX_X86_64);
    }

    private LinkedLibrary link(Platform platform) throws IOException, InterruptedException {
        return new Linker(new UnitCompiler(zig.toolchain(options, told::add)))
                .link(platform, SourceLanguage.C, settings, List.of(object), library);
    }
}
