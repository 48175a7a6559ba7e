package io.github.cffi4j.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The resources a class can see: those of its class loader, not of the thread or of the application. */
final class Resources {
    private Resources() {}

    static Optional<URL> first(Class<?> owner, String path) {
        return Optional.ofNullable(loader(owner).getResource(path));
    }

    static List<URL> all(Class<?> owner, String path) {
        try {
            return Collections.list(loader(owner).getResources(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for " + path, e);
        }
    }

    /** Opens a resource without the cache of open jars, which would keep the jar from being replaced on Windows. */
    static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static ClassLoader loader(Class<?> owner) {
        ClassLoader loader = owner.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
