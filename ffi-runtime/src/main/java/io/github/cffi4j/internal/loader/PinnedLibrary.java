package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The library of one platform: where it is on the class path or {@link BesideCode}, and the digest its bytes must have.
 *
 * @param owner the generated class it belongs to
 * @param name without prefix and suffix: {@code geo}
 * @param classifier of the platform
 */
record PinnedLibrary(
        Class<?> owner,
        String name,
        String classifier,
        LibraryManifest manifest,
        Sha256 digest,
        Surroundings surroundings) {
    /** The machine, for messages. */
    Host host() {
        return surroundings.host();
    }

    String resourcePath() {
        return platform().resourcePath(name);
    }

    private Platform platform() {
        Optional<Platform> platform = Platform.ofClassifier(classifier);
        if (platform.isEmpty()) {
            throw LoadReports.unknown(this);
        }
        return platform.get();
    }

    /** Returns true if its jar or file is there; what is in it is another question. */
    boolean isPresent() {
        return Resources.isOnClassPath(owner, "-" + classifier + ".jar")
                || Resources.isPresent(owner, resourcePath())
                || BesideCode.isPresent(this);
    }

    /**
     * Its bytes, with the pinned digest. With several versions of the jar on the class path, those of the right one.
     *
     * @throws io.github.cffi4j.NativeLibraryNotFoundException if there are none, or none has that digest
     */
    byte[] verifiedContent() throws IOException {
        List<String> found = new ArrayList<>();
        for (URL url : Resources.all(owner, resourcePath())) {
            try {
                byte[] content = Resources.read(url);
                if (digest.isOf(content)) {
                    return content;
                }
                found.add(Sha256.of(content) + " in " + url);
            } catch (IOException e) {
                found.add("what cannot be read (" + e + ") in " + url);
            }
        }
        // Last: who puts a jar on the class path wants that one. But a build's own library is right where that jar is
        // stale.
        for (File place : BesideCode.places(this)) {
            Optional<byte[]> content = BesideCode.read(place, this);
            if (content.isPresent() && digest.isOf(content.get())) {
                return content.get();
            }
            if (content.isPresent()) {
                found.add(Sha256.of(content.get()) + " in " + place);
            }
        }
        throw found.isEmpty() ? LoadReports.missing(this) : LoadReports.unexpected(this, found);
    }
}
