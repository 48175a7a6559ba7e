package io.github.cffi4j.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
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
