package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeniedAccessTest {
    @TempDir
    Path folder;

    @Test
    void namesTheFlag() throws Exception {
        FakeSurroundings surroundings = new FakeSurroundings(folder.toRealPath());
        try (URLClassLoader classPath =
                PublishedLibrary.in(folder.resolve("jars")).open()) {
            Class<?> geo = classPath.loadClass(Geo.class.getName());

            assertThatThrownBy(() -> new LibraryLoader(surroundings).provide(geo, "geo", path -> {
                        throw new IllegalCallerException("Illegal native access from: unnamed module @1");
                    }))
                    .hasMessage("""
                            io.github.cffi4j.internal.loader.Geo may not load its native library: Java was told to deny it
                              this machine: Linux x86_64, glibc, Java 25 (os.name=Linux, os.arch=amd64)
                              Java says:    Illegal native access from: unnamed module @1
                              what to do:   start Java with --enable-native-access=ALL-UNNAMED, or write 'Enable-Native-Access: ALL-UNNAMED' into the manifest of the jar that java -jar starts""");
        }
    }
}
