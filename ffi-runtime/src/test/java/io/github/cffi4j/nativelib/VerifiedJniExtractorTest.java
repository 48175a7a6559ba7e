package io.github.cffi4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.internal.loader.Geo;
import io.github.cffi4j.internal.loader.PublishedLibrary;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.nativelib.NativeLibraryUtil;

class VerifiedJniExtractorTest {
    @TempDir
    Path folder;

    private PublishedLibrary library;
    private URLClassLoader classPath;
    private VerifiedJniExtractor extractor;

    @BeforeEach
    void publish() throws Exception {
        library = PublishedLibrary.in(folder.resolve("jars"));
        classPath = library.open();
        Class<?> geo = classPath.loadClass(Geo.class.getName());
        extractor = new VerifiedJniExtractor(geo, PublishedLibrary.loader(folder));
    }

    @AfterEach
    void close() throws IOException {
        classPath.close();
    }

    @Test
    void givesTheVerifiedFile() {
        assertThat(extractor.extractJni("META-INF/lib/linux_64/", "geo"))
                .hasName("libgeo.so")
                .hasBinaryContent(PublishedLibrary.CONTENT);
    }

    @Test
    void hasNothingInOtherFolders() {
        assertThat(extractor.extractJni("natives/linux_64/", "geo")).isNull();
        assertThat(extractor.extractJni("linux_64/", "geo")).isNull();
    }

    @Test
    void nativeLibLoaderShowsOurMessage() throws IOException {
        library.withoutPlatformJar();

        assertThatThrownBy(() -> NativeLibraryUtil.loadNativeLibrary(extractor, "geo"))
                .hasCauseInstanceOf(NativeLibraryNotFoundException.class)
                .hasMessageContaining("<classifier>linux-x86_64</classifier>");
    }

    @Test
    void extractsNothingUnasked() {
        assertThatThrownBy(extractor::extractRegistered).isInstanceOf(UnsupportedOperationException.class);
    }
}
