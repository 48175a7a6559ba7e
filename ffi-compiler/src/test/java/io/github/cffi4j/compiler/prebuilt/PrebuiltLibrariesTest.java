package io.github.cffi4j.compiler.prebuilt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.audit.TestLibraries;
import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.compile.StaticLibrary;
import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SourceArchive;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that fit their platforms, and files that do not. */
class PrebuiltLibrariesTest {
    private static final Platform LINUX = Platform.LINUX_X86_64;
    private static final Platform WINDOWS = Platform.WINDOWS_X86_64;
    private static final String SOURCE = "int greet(int x) { return x + 1; }\n";

    @TempDir
    Path temporary;

    private Path folder;
    private TestLibraries zig;

    @BeforeEach
    void folder() throws Exception {
        folder = Files.createDirectories(temporary.resolve("greet"));
        zig = new TestLibraries(temporary);
    }

    @ParameterizedTest
    @EnumSource(
            value = Platform.class,
            names = {
                "LINUX_X86_64",
                "LINUX_AARCH_64_MUSL",
                "OSX_AARCH_64",
                "OSX_X86_64",
                "WINDOWS_AARCH_64",
                "WINDOWS_X86_64"
            })
    void linksTheStaticLibraryOfAPlatform(Platform platform) throws Exception {
        Path file = put(platform.classifier() + "/libgreet.a", zig.archive(platform.zigTarget(), SOURCE));
        Files.createDirectories(folder.resolve("include"));
        Files.createDirectories(folder.resolve(platform.classifier() + "/include"));

        CompilerSettings settings = settings(library("{platform}/*.a"), platform);

        assertThat(settings.linkerFlags()).containsExactly(file.toString());
        assertThat(settings.includes())
                .containsExactly(
                        folder.resolve("include"),
                        folder.resolve(platform.classifier()).resolve("include"));
    }

    @Test
    void takesTheFileOfAPlatformBeforeThatOfAll() throws Exception {
        put("libgreet.a", zig.archive(LINUX.zigTarget(), SOURCE));
        Path own = put("win/greet.lib", zig.archive(WINDOWS.zigTarget(), SOURCE));
        PlatformFiles windows = new PlatformFiles("windows-*", List.of("win/greet.lib"), Optional.of(Sha256.of(own)));

        assertThat(settings(library(List.of("libgreet.a"), List.of(windows)), WINDOWS)
                        .linkerFlags())
                .containsExactly(own.toString());
    }

    @Test
    void aPlatformThatIsNotLinkedNeedsNoFile() throws Exception {
        Files.createDirectories(folder.resolve("include"));

        Map<Platform, CompilerSettings> settings =
                new PrebuiltLibraries(List.of(library("*.a"))).settings(List.of(LINUX, WINDOWS), List.of());

        assertThat(settings.get(WINDOWS).includes()).containsExactly(folder.resolve("include"));
        assertThat(settings.get(WINDOWS).linkerFlags()).isEmpty();
    }

    @Test
    void aPlatformWithoutAFileIsAnError() throws Exception {
        put("linux-x86_64/libgreet.a", zig.archive(LINUX.zigTarget(), SOURCE));

        assertRefused(
                library("{platform}/*.a"),
                WINDOWS,
                "<prebuiltLibrary> greet for windows-x86_64: there is no file 'windows-x86_64/*.a' in " + folder
                        + "\n  fix: put it there, name the platform's file in a <platformFile>, or remove the platform"
                        + " from <platforms>");
        assertRefused(
                library(List.of(), List.of(new PlatformFiles("linux-*", List.of("*.a"), Optional.empty()))),
                WINDOWS,
                "<prebuiltLibrary> greet for windows-x86_64: no file is named for this platform"
                        + "\n  fix: add a <platformFile> for it, or <files> for all platforms, or remove the platform"
                        + " from <platforms>");
    }

    @Test
    void aLibraryOfAnotherProcessorOrSystemIsAnError() throws Exception {
        put("libgreet.a", zig.archive(Platform.LINUX_AARCH_64.zigTarget(), SOURCE));
        assertMismatch(LINUX, "it has objects for ELF 183");
        assertMismatch(Platform.OSX_AARCH_64, "it has objects for ELF 183");
        put("libgreet.a", zig.archive(Platform.OSX_AARCH_64.zigTarget(), SOURCE));
        assertMismatch(Platform.OSX_X86_64, "it has objects for Mach-O 100000c");
        put("libgreet.a", zig.archive(Platform.WINDOWS_AARCH_64.zigTarget(), SOURCE));
        assertMismatch(WINDOWS, "it has objects for COFF aa64");
    }

    @Test
    void whatOnlyLooksLikeAStaticLibraryIsAnError() throws Exception {
        put("libgreet.a", Files.readAllBytes(zig.importLibrary("greet.dll", "greet")));
        assertMismatch(WINDOWS, "it is the import library of a DLL");
        put("libgreet.a", "!<thin>\n/               ".getBytes(StandardCharsets.ISO_8859_1));
        assertMismatch(LINUX, "it is a thin archive, which only names its objects");
        byte[] whole = zig.archive(LINUX.zigTarget(), SOURCE);
        put("libgreet.a", Arrays.copyOf(whole, whole.length - 100));
        assertMismatch(LINUX, "it is a damaged static library");
        whole[8 + 48] = 'x';
        put("libgreet.a", whole);
        assertMismatch(LINUX, "it is a damaged static library");
        put("libgreet.a", "int greet;".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(
                library("*.a"),
                LINUX,
                "<prebuiltLibrary> greet for linux-x86_64: libgreet.a is not a static library"
                        + "\n  fix: name a static library, which ends in .a, or in .lib for Windows");
    }

    @Test
    void universalFilesAndBitcodeAreNamed() throws Exception {
        Path fat = put("fat.a", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 2});
        assertThat(StaticLibrary.mismatch(fat, Platform.OSX_AARCH_64))
                .contains("it is a universal file of several processors");
        Path bitcode = put(
                "bitcode.a",
                ("!<arch>\nx.o/            0           0     0     644     24        `\n" + "BC\u00c0\u00de"
                                + " ".repeat(20))
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(StaticLibrary.mismatch(bitcode, LINUX))
                .contains("it has LLVM bitcode in place of objects, for link-time optimisation");
    }

    @Test
    void aChangedFileIsAnError() throws Exception {
        Path file = put("libgreet.a", zig.archive(LINUX.zigTarget(), SOURCE));
        Sha256 pinned = Sha256.of(file);
        PrebuiltLibrary library =
                library(List.of(), List.of(new PlatformFiles("*", List.of("*.a"), Optional.of(pinned))));
        assertThat(settings(library, LINUX).linkerFlags()).hasSize(1);

        put("libgreet.a", zig.archive(LINUX.zigTarget(), SOURCE + SOURCE.replace("greet", "other")));
        assertRefused(
                library,
                LINUX,
                "<prebuiltLibrary> greet for linux-x86_64: libgreet.a has the SHA-256 " + Sha256.of(file) + ", and "
                        + pinned + " is pinned"
                        + "\n  fix: find out who changed the file; if the new one is right, correct <sha256>");
        put("libmore.a", zig.archive(LINUX.zigTarget(), SOURCE));
        assertRefused(
                library,
                LINUX,
                "<prebuiltLibrary> greet for linux-x86_64: <sha256> pins one file, and there are 2:"
                        + " [libgreet.a, libmore.a]\n  fix: give each file a <platformFile> of its own");
    }

    @Test
    void foldersAndLicencesThatAreNotThereAreErrors() throws Exception {
        PrebuiltLibrary library = new PrebuiltLibrary(
                "greet",
                PrebuiltSource.of(folder),
                List.of("*.a"),
                List.of(),
                List.of("headers"),
                Optional.of("MIT"),
                List.of("COPYING*"));

        assertRefused(
                library,
                LINUX,
                "<prebuiltLibrary> greet for linux-x86_64: there is no folder " + folder.resolve("headers")
                        + "; fix: correct its <includes>");
        assertThatThrownBy(library::licenseTexts)
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<prebuiltLibrary> greet: nothing in " + folder
                        + " is one of its <licenseFiles> [COPYING*]; fix: correct them");
    }

    @Test
    void anArchiveGivesFilesAsAFolderDoes() throws Exception {
        put("lib/libgreet.a", zig.archive(LINUX.zigTarget(), SOURCE));
        FetchedArchive archive = new FetchedArchive(
                SourceArchive.of("greet-1.2", "0".repeat(63) + "1", "maven:org.example:greet:1.2"), folder);

        PrebuiltSource source = PrebuiltSource.of(archive);

        assertThat(source.archive()).contains("greet-1.2");
        assertThat(new PrebuiltLibrary(
                                "greet", source, List.of("lib/*"), List.of(), List.of(), Optional.empty(), List.of())
                        .files(LINUX))
                .extracting(PrebuiltFile::path)
                .containsExactly("lib/libgreet.a");
    }

    private Path put(String name, byte[] content) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private PrebuiltLibrary library(String glob) {
        return library(List.of(glob), List.of());
    }

    private PrebuiltLibrary library(List<String> files, List<PlatformFiles> platformFiles) {
        return new PrebuiltLibrary(
                "greet", PrebuiltSource.of(folder), files, platformFiles, List.of(), Optional.empty(), List.of());
    }

    private static CompilerSettings settings(PrebuiltLibrary library, Platform platform) throws Exception {
        return new PrebuiltLibraries(List.of(library))
                .settings(List.of(platform), List.of(platform))
                .get(platform);
    }

    private void assertMismatch(Platform platform, String reason) {
        assertRefused(
                library("*.a"),
                platform,
                "<prebuiltLibrary> greet for " + platform.classifier() + ": libgreet.a is not for this platform: "
                        + reason + "\n  fix: name the static library that was built for " + platform.classifier());
    }

    private static void assertRefused(PrebuiltLibrary library, Platform platform, String message) {
        assertThatThrownBy(() -> settings(library, platform))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(message);
    }
}
