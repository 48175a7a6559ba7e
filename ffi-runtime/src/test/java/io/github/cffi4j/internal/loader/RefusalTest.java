package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the system's loaders say, and what we make of it. */
class RefusalTest {
    private static final String MAPPINGS = "7f04-7f05 r-xp 00000000 fe:01 2   /lib/libc.so.6";
    private static final Host HOST = FakeSurroundings.host(
            "Linux", "amd64", MAPPINGS, Map.of("/lib/libc.so.6", "GNU C Library stable release version 2.36."));
    private static final Path FILE = Path.of("/cache/libgeo.so");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/lib/libc.so.6: version `GLIBC_2.38' not found (required by /cache/libgeo.so)"
                        + "| false | the library needs glibc 2.38, this machine has glibc 2.36",
                "libcurl.so.4: cannot open shared object file: No such file or directory"
                        + "| false | install 'libcurl.so.4', which the library needs",
                "Error loading shared library libcurl.so.4: No such file or directory (needed by /cache/libgeo.so)"
                        + "| false | install 'libcurl.so.4'",
                "Library not loaded: @rpath/libcurl.dylib | false | install '@rpath/libcurl.dylib'",
                "Can't find dependent libraries | false | put the DLLs that it needs into a folder of PATH",
                "libc.musl-x86_64.so.1: cannot open shared object file: No such file or directory"
                        + "| false | use a library that is made for glibc",
                "Error loading shared library ld-linux-x86-64.so.2: No such file or directory"
                        + "| false | use a library that is made for musl",
                "wrong ELF class: ELFCLASS32 | false | use a library that is made for linux-x86_64",
                "cannot open shared object file: No such file or directory"
                        + " (Possible cause: can't load AARCH64 .so on a AMD 64 platform)"
                        + "| false | use a library that is made for linux-x86_64",
                "invalid ELF header | false | use a shared library that is made for linux-x86_64",
                "file too short | false | use a shared library that is made for linux-x86_64",
                "undefined symbol: geo_area | false | link the library that defines 'geo_area' into it",
                "failed to map segment from shared object"
                        + "| true | name a folder of your own with -Dcffi4j.cache.dir, on a file system that allows",
                "cannot open shared object file: Permission denied | true | name a folder of your own",
                "something nobody has ever read | true | name a folder of your own with -Dcffi4j.cache.dir",
            })
    void wordsMeanSomething(String words, boolean isOfPlace, String advice) {
        Refusal refusal = Refusal.of(FILE, new UnsatisfiedLinkError(FILE + ": " + FILE + ": " + words), HOST);

        assertThat(refusal).hasToString(FILE + ": " + words);
        assertThat(refusal.cause().isOfPlace()).isEqualTo(isOfPlace);
        assertThat(refusal.cause().advice()).startsWith(advice);
    }

    @Test
    void anEmulatedJvmIsToldOfTheNativeOne() {
        Host rosetta = FakeSurroundings.host(
                "Mac OS X", "x86_64", "", Map.of("/Library/Apple/usr/libexec/oah/libRosettaRuntime", ""));
        String words = "tried: '/x' (mach-o file, but is an incompatible architecture (have 'arm64', need 'x86_64'))";

        assertThat(Refusal.of(FILE, new UnsatisfiedLinkError(words), rosetta)
                        .cause()
                        .advice())
                .isEqualTo("use a JVM for osx-aarch_64, which is what this machine is; this JVM is osx-x86_64");
    }

    @Test
    void theNewestGlibcThatAFileNeedsIsRead() throws IOException {
        byte[] elf = ElfFile.needing("GLIBC_2.2.5", "GLIBC_2.38", "GLIBC_2.4", "GLIBC_PRIVATE");

        assertThat(NeededGlibc.read(elf)).contains("2.38");
        assertThat(NeededGlibc.read(ElfFile.needing("GLIBC_PRIVATE"))).isEmpty();
    }

    @Test
    void noFileIsTooBrokenToTellTheMessage() {
        byte[] elf = ElfFile.needing("GLIBC_2.38");
        for (int length = 0; length < elf.length; length++) {
            assertThat(NeededGlibc.read(java.util.Arrays.copyOf(elf, length))).isEmpty();
        }
        for (int i = 0; i < elf.length; i++) {
            byte[] broken = elf.clone();
            broken[i] = (byte) 0xff;
            assertThatCode(() -> NeededGlibc.read(broken)).doesNotThrowAnyException();
        }
    }

    @Test
    void aLibraryThatIsItselfAtFaultIsNotTriedElsewhere() throws Exception {
        FakeSurroundings surroundings = new FakeSurroundings(folder.toRealPath());
        surroundings.host = HOST;
        PublishedLibrary library = PublishedLibrary.in(folder.resolve("jars"));
        library.put(PublishedLibrary.CONTENT);
        try (URLClassLoader classPath = library.open()) {
            Class<?> geo = classPath.loadClass(Geo.class.getName());
            Path home = folder.toRealPath().resolve("home");

            assertThatThrownBy(() -> new LibraryLoader(surroundings).provide(geo, "geo", path -> {
                        throw new UnsatisfiedLinkError(path + ": /lib/libc.so.6: version `GLIBC_2.99' not found");
                    }))
                    .isInstanceOf(NativeLibraryNotFoundException.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1))
                    .hasMessage(
                            String.format(Locale.ROOT, """
                            io.github.cffi4j.internal.loader.Geo could not load its native library for linux-x86_64
                              this machine: Linux x86_64, glibc 2.36, Java 25 (os.name=Linux, os.arch=amd64)
                              library:      META-INF/lib/linux_64/libgeo.so, SHA-256 %s
                              tried:        %s: /lib/libc.so.6: version `GLIBC_2.99' not found
                              what to do:   the library needs glibc 2.99, this machine has glibc 2.36: use a newer system, or rebuild the library with ffi-maven-plugin, which builds for glibc 2.17, or point -Dcffi4j.geo.path at a library of your own""", PublishedLibrary.DIGEST, home.resolve(".cache/cffi4j")));
            assertThat(Files.exists(home.resolve(".cffi4j"))).isFalse();
        }
    }
}
