package io.github.cffi4j.internal.loader;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The resources a class can see: those of its class loader, not of the thread or of the application. */
final class Resources {
    private Resources() {}

    /**
     * A resource of the jar or folder that a class is from, or else the first its class loader sees (nested jars, bundles,
     * modules). Looking beside the class first is ten times quicker than asking the class loader, and right where there
     * are two versions of a jar.
     */
    static Optional<byte[]> beside(Class<?> owner, String path) throws IOException {
        Optional<byte[]> content = ofCodeSource(owner, path);
        if (content.isPresent()) {
            return content;
        }
        URL url = loader(owner).getResource(path);
        return url == null ? Optional.empty() : Optional.of(read(url));
    }

    /**
     * Whether the class path names a jar called like that of a class, with a name that goes on like this: so Maven and Gradle
     * keep the artifacts of a project, the former in one folder, the latter in several. Several times as quick as to ask the
     * class loader, which opens the jar and makes a URL.
     */
    static boolean isOnClassPath(Class<?> owner, String suffix) {
        File jar = codeSource(owner);
        String name = jar == null ? "" : jar.getName();
        if (!name.endsWith(".jar") || owner.getClassLoader() != ClassLoader.getSystemClassLoader()) {
            return false;
        }
        String other = name.substring(0, name.length() - ".jar".length()) + suffix;
        return hasFile(System.getProperty("java.class.path"), other);
    }

    /** Returns true if the first entry of a class path that is a path of this name is a file. */
    static boolean hasFile(String classPath, String name) {
        String entries = classPath + File.pathSeparator;
        int found = entries.indexOf(File.separator + name + File.pathSeparator);
        if (found < 0) {
            return false;
        }
        int start = entries.lastIndexOf(File.pathSeparatorChar, found) + 1;
        return new File(entries.substring(start, entries.indexOf(File.pathSeparatorChar, found))).isFile();
    }

    /** Returns true if a class is from a folder of classes, as in a program that is being written. */
    static boolean isOfFolder(Class<?> owner) {
        File file = codeSource(owner);
        return file != null && file.isDirectory();
    }

    /** Returns true if a class is from an image that jlink made. */
    static boolean isOfImage(Class<?> owner) {
        URL location = location(owner);
        return location != null && location.getProtocol().equals("jrt");
    }

    static boolean isPresent(Class<?> owner, String path) {
        return loader(owner).getResource(path) != null;
    }

    static List<URL> all(Class<?> owner, String path) {
        try {
            return Collections.list(loader(owner).getResources(path));
        } catch (IOException e) {
            throw new IllegalStateException("cannot look for " + path + ": " + e, e);
        }
    }

    /** Reads a resource without the cache of open jars, which would keep the jar from being replaced on Windows. */
    static byte[] read(URL url) throws IOException {
        Optional<byte[]> content = ofJarUrl(url);
        if (content.isPresent()) {
            return content.get();
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream()) {
            return stream.readAllBytes();
        }
    }

    /** Java takes the first "!/" of such a URL for the end of the jar's name, which may have one itself. */
    private static Optional<byte[]> ofJarUrl(URL url) {
        String text = url.toString();
        int end = text.lastIndexOf("!/");
        if (!text.startsWith("jar:file:") || end < 0) {
            return Optional.empty();
        }
        File jar = file(text.substring("jar:".length(), end));
        File entry = file("file:" + text.substring(end + 1));
        return jar == null || entry == null || !jar.isFile()
                ? Optional.empty()
                : ofJar(jar, entry.getPath().substring(1).replace(File.separatorChar, '/'));
    }

    private static Optional<byte[]> ofCodeSource(Class<?> owner, String path) throws IOException {
        File file = codeSource(owner);
        if (file == null) {
            return Optional.empty();
        }
        return file.isDirectory() ? ofFolder(new File(file, path)) : ofJar(file, path);
    }

    /** Where a class is from; {@code null} if its class loader does not say. */
    private static URL location(Class<?> owner) {
        CodeSource source = owner.getProtectionDomain().getCodeSource();
        return source == null ? null : source.getLocation();
    }

    /** The jar or folder that a class is from; {@code null} if it is from neither. */
    static File codeSource(Class<?> owner) {
        URL location = location(owner);
        return location == null || !location.getProtocol().equals("file") ? null : file(location.toString());
    }

    /** The file of a URL; {@code null} if it is no proper one. Some class loaders give them with blanks, or with a host. */
    private static File file(String url) {
        try {
            return new File(URI.create(url));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<byte[]> ofFolder(File file) throws IOException {
        if (!file.isFile()) {
            return Optional.empty();
        }
        try (InputStream stream = new FileInputStream(file)) {
            return Optional.of(stream.readAllBytes());
        }
    }

    /** An entry of a jar; empty if there is none, or if the file is no jar. */
    static Optional<byte[]> ofJar(File file, String path) {
        try (ZipFile jar = new ZipFile(file)) {
            ZipEntry entry = jar.getEntry(path);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream stream = jar.getInputStream(entry)) {
                return Optional.of(stream.readAllBytes());
            }
        } catch (IOException e) {
            // A native image has its classes from the executable, and their resources from its class loader, which also
            // has open what was deleted or replaced meanwhile. Some class loaders name files that are not there.
            return Optional.empty();
        }
    }

    private static ClassLoader loader(Class<?> owner) {
        ClassLoader loader = owner.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
