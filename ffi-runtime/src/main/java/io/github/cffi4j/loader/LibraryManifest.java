package io.github.cffi4j.loader;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the main jar says of its native libraries: which there are, with their digests, and the artifact that has them.
 *
 * @param artifact {@code groupId:artifactId:version}
 * @param digests of the library of each platform it was built for, in the order of the table of platforms
 */
record LibraryManifest(String artifact, Map<Platform, Sha256> digests) {
    static String path(String library) {
        return "META-INF/cffi4j/" + library + ".properties";
    }

    /** The manifest beside a class; empty if its jar has none. */
    static Optional<LibraryManifest> find(Class<?> owner, String library) {
        return Resources.first(owner, path(library)).map(LibraryManifest::read);
    }

    private static LibraryManifest read(URL url) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Resources.open(url), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
        Map<Platform, Sha256> digests = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            String digest = properties.getProperty(platform.classifier());
            if (digest != null) {
                digests.put(platform, new Sha256(digest.strip()));
            }
        }
        return new LibraryManifest(properties.getProperty("artifact", "?:?:?"), Collections.unmodifiableMap(digests));
    }

    /** What to write into a POM to have the library of a platform. */
    String dependency(Platform platform) {
        String[] parts = artifact.split(":", 3);
        return """
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <classifier>%s</classifier>
                </dependency>""".formatted(parts[0], parts[1], parts[2], platform.classifier());
    }
}
