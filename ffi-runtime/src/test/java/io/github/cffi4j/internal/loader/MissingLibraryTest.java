package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.NativeLibraryNotFoundException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages, word for word, as a user reads them. */
class MissingLibraryTest {
    @TempDir
    Path folder;

    private static final String MAPPINGS = "7f04-7f05 r-xp 00000000 fe:01 2   /lib/libc.so.6";
    private static final Map<String, String> GLIBC =
            Map.of("/lib/libc.so.6", "GNU C Library (Debian) stable release version 2.39.");

    private FakeSurroundings surroundings;
    private PublishedLibrary library;
    private URLClassLoader classPath;

    @BeforeEach
    void publish() throws IOException {
        surroundings = new FakeSurroundings(folder);
        surroundings.host = FakeSurroundings.host("Linux", "amd64", MAPPINGS, GLIBC);
        library = PublishedLibrary.in(folder.resolve("jars"));
        classPath = library.open();
    }

    @AfterEach
    void close() throws IOException {
        classPath.close();
    }

    @Test
    void theDependencyOfThePlatformIsMissing() throws IOException {
        library.withoutPlatformJar();

        assertThatLoading()
                .hasMessage(String.format(Locale.ROOT, """
                io.github.cffi4j.internal.loader.Geo has no native library for linux-x86_64 on the class path
                  this machine: Linux x86_64, glibc 2.39, Java 25 (os.name=Linux, os.arch=amd64)
                  available:    linux-x86_64 windows-x86_64
                  looked for:   META-INF/lib/linux_64/libgeo.so in the class loader of io.github.cffi4j.internal.loader.Geo
                                %s
                  what to do:   if it is a module that you build, run 'mvn compile' in it for this platform; otherwise add this dependency, or point -Dcffi4j.geo.path at a library of your own
                                <dependency>
                                  <groupId>org.example</groupId>
                                  <artifactId>geo</artifactId>
                                  <version>1.0</version>
                                  <classifier>linux-x86_64</classifier>
                                </dependency>""", folder.resolve("jars/ffi/lib/linux-x86_64/libgeo.so")));
    }

    @Test
    void aWarmCacheDoesNotHideThatTheDependencyIsMissing() throws Exception {
        new LibraryLoader(surroundings).provide(geo(), "geo", path -> {});
        library.withoutPlatformJar();

        assertThatLoading().hasMessageContaining("on the class path");
    }

    @Test
    void thePlatformWasNotBuilt() {
        surroundings.host = FakeSurroundings.host("Mac OS X", "aarch64");

        assertThatLoading().hasMessage("""
                io.github.cffi4j.internal.loader.Geo has no native library for osx-aarch_64
                  this machine: macOS aarch_64, Java 25 (os.name=Mac OS X, os.arch=aarch64)
                  available:    linux-x86_64 windows-x86_64
                  what to do:   ask for a build with -Dffi.platforms=...,osx-aarch_64, or point -Dcffi4j.geo.path at a library of your own""");
    }

    @Test
    void thereIsNoSuchPlatform() throws IOException {
        surroundings.host = FakeSurroundings.host("Linux", "riscv64", MAPPINGS, GLIBC);
        library.pin("artifact=org.example:geo:1.0\n");

        assertThatLoading().hasMessage("""
                io.github.cffi4j.internal.loader.Geo has no native library for linux-riscv64
                  this machine: Linux riscv64, glibc 2.39, Java 25 (os.name=Linux, os.arch=riscv64)
                  available:    none
                  what to do:   ask for a build with -Dffi.platforms=...,linux-riscv64, or point -Dcffi4j.geo.path at a library of your own""");
    }

    @Test
    void thePlatformIsNewerThanTheLoader() throws IOException {
        surroundings.host = FakeSurroundings.host("Linux", "mips64", MAPPINGS, GLIBC);
        library.pin("artifact=org.example:geo:1.0\nlinux-mips64=" + PublishedLibrary.DIGEST);

        assertThatLoading().hasMessage("""
                io.github.cffi4j.internal.loader.Geo has a native library for linux-mips64, a platform that this ffi-runtime does not know
                  this machine: Linux mips64, glibc 2.39, Java 25 (os.name=Linux, os.arch=mips64)
                  what to do:   use the ffi-runtime of the ffi-maven-plugin that built it, or a later one, or point -Dcffi4j.geo.path at a library of your own""");
    }

    @Test
    void theBindingIsOfALaterVersion() throws IOException {
        library.pin("artifact=org.example:geo:1.0\ncontract=2\nlinux-x86_64=" + PublishedLibrary.DIGEST);

        assertThatLoading().hasMessage("""
                io.github.cffi4j.internal.loader.Geo was generated by a later cffi4j than this ffi-runtime
                  this machine: Linux x86_64, glibc 2.39, Java 25 (os.name=Linux, os.arch=amd64)
                  contract:     2, and this runtime has 1
                  what to do:   use the ffi-runtime of the ffi-maven-plugin that built it, or a later one; ffi-bom gives all one version""");
    }

    @Test
    void theBindingIsOfAVersionThatIsNoLongerKnown() throws IOException {
        library.pin("artifact=org.example:geo:1.0\ncontract=0\nlinux-x86_64=" + PublishedLibrary.DIGEST);

        assertThatLoading().hasMessage("""
                io.github.cffi4j.internal.loader.Geo was generated by a cffi4j that this ffi-runtime no longer knows
                  this machine: Linux x86_64, glibc 2.39, Java 25 (os.name=Linux, os.arch=amd64)
                  contract:     0, and this runtime has 1
                  what to do:   use a version of the library that was built with a later ffi-maven-plugin, or an earlier ffi-runtime""");
    }

    @Test
    void aBindingOfThisVersionLoads() throws Exception {
        library.pin("artifact=org.example:geo:1.0\ncontract=" + Contract.CURRENT + "\nlinux-x86_64="
                + PublishedLibrary.DIGEST);

        assertThat(new LibraryLoader(surroundings).provide(geo(), "geo", path -> {}))
                .isRegularFile();
    }

    @Test
    void theMainJarHasNoList() throws IOException {
        library.unpin();

        assertThatLoading().hasMessage(String.format(Locale.ROOT, """
                io.github.cffi4j.internal.loader.Geo has no list of its native libraries
                  this machine: Linux x86_64, glibc 2.39, Java 25 (os.name=Linux, os.arch=amd64)
                  looked for:   META-INF/cffi4j/geo.properties in the class loader of io.github.cffi4j.internal.loader.Geo
                  what to do:   run 'mvn compile' in its module, where ffi-maven-plugin's goal compile writes META-INF/cffi4j/geo.properties to %s (an IDE that empties the folder removes it), or point -Dcffi4j.geo.path at a library of your own""", folder.resolve("jars/main")));
    }

    @Test
    void theLibraryIsNotTheOneThatWasPinned() throws IOException {
        byte[] other = "something else".getBytes(StandardCharsets.UTF_8);
        library.put(other);

        assertThatLoading()
                .hasMessage(String.format(
                        Locale.ROOT,
                        """
                io.github.cffi4j.internal.loader.Geo refuses the native library for linux-x86_64 on the class path: it is not the one it was built with
                  this machine: Linux x86_64, glibc 2.39, Java 25 (os.name=Linux, os.arch=amd64)
                  expected:     SHA-256 %s
                  found:        %s in %s
                  what to do:   use the jar of the same build
                                <dependency>
                                  <groupId>org.example</groupId>
                                  <artifactId>geo</artifactId>
                                  <version>1.0</version>
                                  <classifier>linux-x86_64</classifier>
                                </dependency>""",
                        PublishedLibrary.DIGEST,
                        Sha256.of(other),
                        library.resource().toUri().toString().replace("file:///", "file:/")));
    }

    @Test
    void theUsersOwnLibraryDoesNotLoad() {
        Path own = folder.resolve("own.so");
        surroundings.properties.put("cffi4j.geo.path", own.toString());

        assertThatThrownBy(() -> new LibraryLoader(surroundings).provide(geo(), "geo", path -> {
                    throw new UnsatisfiedLinkError(path + ": invalid ELF header");
                }))
                .isInstanceOf(NativeLibraryNotFoundException.class)
                .hasMessage(String.format(Locale.ROOT, """
                        io.github.cffi4j.internal.loader.Geo could not load the library chosen by -Dcffi4j.geo.path=%1$s
                          this machine: Linux x86_64, glibc 2.39, Java 25 (os.name=Linux, os.arch=amd64)
                          tried:        %1$s: invalid ELF header
                          what to do:   use a shared library that is made for linux-x86_64, or remove the setting to use the library of the class path""", own));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatLoading() {
        return assertThatThrownBy(() -> new LibraryLoader(surroundings).provide(geo(), "geo", path -> {
                    throw new AssertionError("loaded " + path);
                }))
                .isInstanceOf(NativeLibraryNotFoundException.class);
    }

    private Class<?> geo() throws ClassNotFoundException {
        return classPath.loadClass(Geo.class.getName());
    }
}
