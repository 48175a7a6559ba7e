package io.github.cffi4j.it.loader;

import io.github.cffi4j.generated.LibraryLoader;
import io.github.cffi4j.platform.Host;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that stands for a machine: a home, a temporary folder, a class path, on which JVMs are started. Others may read
 * it, so that other users can start there too.
 */
final class Machine {
    private final Path folder;
    private final PublishedGeo geo;
    private final List<Path> classPath = new ArrayList<>();

    /** The configured cache; most tests want to know where the library goes. */
    Path cache;

    /** A machine whose library has so many bytes more than it needs. */
    Machine(Path folder, int padding) throws IOException {
        this.folder = folder.toRealPath();
        this.geo = PublishedGeo.in(this.folder.resolve("jars"), padding);
        this.cache = folder("cache");
        folder("home");
        folder("tmp");
        classPath.add(geo.main());
        classPath.add(geo.platform());
        for (Class<?> type : List.of(Geo.class, LibraryLoader.class, Host.class)) {
            Path entry = Path.of(URI.create(
                    type.getProtectionDomain().getCodeSource().getLocation().toString()));
            classPath.add(readable(entry, this.folder.resolve("path" + classPath.size())));
        }
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    PublishedGeo geo() {
        return geo;
    }

    /** Where the cache has, or will have, the library. */
    Path cached(Path in) {
        return in.resolve(geo.digest()).resolve(geo.fileName());
    }

    void putFirst(Path entry) {
        classPath.add(0, entry);
    }

    Start start(String... options) throws IOException {
        return startBy(List.of(), options);
    }

    /** Starts a JVM by another command: {@code setpriv --reuid 4711}. */
    Start startBy(List<String> command, String... options) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
        words.add("-Duser.home=" + folder.resolve("home"));
        words.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
        if (cache != null) {
            words.add("-Dcffi4j.cache.dir=" + cache);
        }
        words.addAll(List.of(options));
        words.add("-cp");
        words.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        words.add(Geo.class.getName());
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("CFFI4J_"));
        return new Start(builder.start());
    }

    /** All files below a folder. */
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path readable(Path entry, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(entry.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    /** A JVM that was started. */
    record Start(Process process) {
        /** Waits until it begins to load. */
        void awaitLoading() throws IOException {
            int left = Geo.LOADING.length();
            while (left-- > 0 && process.getInputStream().read() >= 0) {}
        }

        /** All it said. */
        String output() throws IOException, InterruptedException {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return text;
        }

        /** The file it loaded. */
        Path loaded() throws IOException, InterruptedException {
            String text = output();
            return text.lines()
                    .filter(line -> line.startsWith(Geo.LOADED))
                    .map(line -> Path.of(line.substring(Geo.LOADED.length())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("it did not load:\n" + text));
        }
    }
}
