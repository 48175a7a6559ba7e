package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {
    @TempDir
    private Path folder;

    /** GraalVM's native-image names its executable as the place of all classes. */
    @Test
    void aClassFromAnExecutableHasTheResourcesOfItsClassLoader() throws Exception {
        Path executable = Files.write(folder.resolve("program"), ElfFile.needing("GLIBC_2.17"));
        Files.writeString(folder.resolve("resource"), "found");
        try (URLClassLoader loader = new ImageLoader(executable, folder.toUri().toURL())) {
            Class<?> owner = loader.loadClass(Geo.class.getName());

            assertThat(Resources.beside(owner, "resource"))
                    .hasValueSatisfying(
                            content -> assertThat(content).asString().isEqualTo("found"));
            assertThat(Resources.beside(owner, "other")).isEmpty();
        }
    }

    @Test
    void aClassPathHasAJarByItsName() throws IOException {
        Path first = Files.createDirectories(folder.resolve("one")).resolve("geo-1.0.jar");
        Path jar =
                Files.createFile(Files.createDirectories(folder.resolve("two")).resolve("geo-1.0-linux-x86_64.jar"));
        Path last = folder.resolve("three/other.jar");

        assertThat(Resources.hasFile(classPath(first, jar, last), "geo-1.0-linux-x86_64.jar"))
                .isTrue();
        assertThat(Resources.hasFile(classPath(first, last, jar), "geo-1.0-linux-x86_64.jar"))
                .isTrue();
        assertThat(Resources.hasFile(jar.toString(), "geo-1.0-linux-x86_64.jar"))
                .isTrue();
    }

    @Test
    void aNameThatMerelyEndsAlikeIsAnother() throws IOException {
        Path jar = Files.createFile(folder.resolve("old-geo-1.0-linux-x86_64.jar"));
        Path backup = Files.createFile(folder.resolve("geo-1.0-linux-x86_64.jar.old"));

        assertThat(Resources.hasFile(classPath(jar, backup), "geo-1.0-linux-x86_64.jar"))
                .isFalse();
    }

    @Test
    void anEntryThatIsNoFileDoesNotCount() throws IOException {
        Path gone = folder.resolve("geo-1.0-linux-x86_64.jar");

        assertThat(Resources.hasFile(classPath(gone), "geo-1.0-linux-x86_64.jar"))
                .isFalse();
        Files.createDirectory(gone);
        assertThat(Resources.hasFile(classPath(gone), "geo-1.0-linux-x86_64.jar"))
                .isFalse();
    }

    private static String classPath(Path... entries) {
        return Stream.of(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static final class ImageLoader extends URLClassLoader {
        private final Path executable;

        ImageLoader(Path executable, URL resources) {
            super(new URL[] {resources}, null);
            this.executable = executable;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream stream = ResourcesTest.class.getClassLoader().getResourceAsStream(file)) {
                byte[] code = stream.readAllBytes();
                CodeSource source = new CodeSource(executable.toUri().toURL(), (Certificate[]) null);
                return defineClass(name, code, 0, code.length, new ProtectionDomain(source, null));
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
