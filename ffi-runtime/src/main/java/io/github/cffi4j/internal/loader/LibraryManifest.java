package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What the main jar says of its native libraries: which there are, with their digests, and the artifact that has them.
 */
final class LibraryManifest {
    private final Properties properties;

    private LibraryManifest(Properties properties) {
        this.properties = properties;
    }

    static String path(String library) {
        return "META-INF/cffi4j/" + library + ".properties";
    }

    /**
     * The manifest beside a class; empty if its jar has none.
     *
     * @throws IllegalStateException if it cannot be read
     */
    static Optional<LibraryManifest> find(Class<?> owner, String library) {
        try {
            Optional<byte[]> content = Resources.beside(owner, path(library));
            return content.isPresent() ? Optional.of(parse(content.get())) : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + path(library) + ": " + e, e);
        }
    }

    private static LibraryManifest parse(byte[] content) throws IOException {
        Properties properties = new Properties();
        // Nothing in it is beyond ASCII; a reader would have to load its decoder first.
        properties.load(new ByteArrayInputStream(content));
        return new LibraryManifest(properties);
    }

    /** The digest of a platform's library; empty if it was not built for the platform. */
    Optional<Sha256> digest(String classifier) {
        String hex = properties.getProperty(classifier);
        return hex == null ? Optional.empty() : Optional.of(new Sha256(hex.strip()));
    }

    /** The platforms it was built for, in the order of the table of platforms. */
    List<Platform> platforms() {
        List<Platform> platforms = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            if (properties.containsKey(platform.classifier())) {
                platforms.add(platform);
            }
        }
        return platforms;
    }

    /** The contract that the generated classes expect of the runtime; 1 if the list has none. */
    int contract() {
        return Integer.parseInt(properties.getProperty("contract", "1").strip());
    }

    /** The artifact that has them, as {@code groupId:artifactId:version}. */
    String artifact() {
        return properties.getProperty("artifact", "?:?:?");
    }

    /** The generated classes that belong to them; none in a list that an earlier ffi-maven-plugin wrote. */
    List<String> bindings() {
        String names = properties.getProperty("bindings", "").strip();
        return names.isEmpty() ? List.of() : List.of(names.split(" +"));
    }

    /** What to write into a POM to have the library of a platform. */
    String dependency(String classifier) {
        String[] parts = artifact().split(":", 3);
        return String.format(Locale.ROOT, """
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <classifier>%s</classifier>
                </dependency>""", parts[0], parts[1], parts[2], classifier);
    }
}
