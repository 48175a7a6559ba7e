package io.github.cffi4j.it.loader;

import io.github.cffi4j.compiler.compile.LinkMode;
import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.pack.ClassifierJar;
import io.github.cffi4j.compiler.pack.PinnedLibraries;
import io.github.cffi4j.generated.LibraryLoader;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.spi.ToolProvider;

/** The library "geo" as its author publishes it: a main jar, a jar for each platform, all of them modules. */
final class PackedGeo {
    static final String MODULE = "org.example.geo";
    static final String MAIN = "org.example.geo.Geo";

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String SOURCE = """
            package org.example.geo;

            public final class Geo {
                static final String[] FILE = new String[1];

                static {
                    io.github.cffi4j.generated.LibraryLoader.load(Geo.class, "geo", path -> {
                        System.load(path);
                        FILE[0] = path;
                    });
                }

                public static void main(String[] arguments) {
                    System.out.println("loaded " + FILE[0]);
                }
            }
            """;

    private final Path folder;
    final Path mainJar;
    final List<Path> platformJars = new ArrayList<>();

    PackedGeo(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.mainJar = folder.resolve("geo-1.0.jar");
        Path classes = folder.resolve("classes");
        List<LinkedLibrary> libraries = new ArrayList<>();
        for (Platform platform : Platform.standard()) {
            libraries.add(library(platform));
        }
        PinnedLibraries.write(classes, "geo", "org.example:geo:1.0", List.of(MAIN), libraries);
        for (LinkedLibrary linked : libraries) {
            Path jar = folder.resolve("geo-1.0-" + linked.platform() + ".jar");
            ClassifierJar.write(jar, "geo", linked, new TreeMap<>(), TIME);
            platformJars.add(jar);
        }
        compile(classes);
    }

    /** All jars of a program that uses it. */
    List<Path> jars() {
        List<Path> jars = new ArrayList<>(List.of(mainJar, jarOf(LibraryLoader.class), jarOf(Host.class)));
        jars.addAll(platformJars);
        return jars;
    }

    static Path jarOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** A library that loads here; for the other platforms its name alone counts. */
    private LinkedLibrary library(Platform platform) throws IOException {
        byte[] content = platform.equals(Host.current().platform())
                ? PublishedGeo.loadable()
                : platform.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Path file = folder.resolve("linked").resolve(platform.toString()).resolve(platform.libraryFileName("geo"));
        PublishedGeo.write(file, content);
        return new LinkedLibrary(platform, file, Sha256.of(content), content.length, LinkMode.LEAN, Set.of(), true);
    }

    private void compile(Path classes) throws IOException {
        Path source = folder.resolve("source");
        PublishedGeo.write(
                source.resolve("module-info.java"),
                ("module " + MODULE + " { requires io.github.cffi4j; }").getBytes(StandardCharsets.UTF_8));
        PublishedGeo.write(source.resolve("org/example/geo/Geo.java"), SOURCE.getBytes(StandardCharsets.UTF_8));
        tool(
                "javac",
                "--release",
                "17",
                "-p",
                jarOf(LibraryLoader.class) + java.io.File.pathSeparator + jarOf(Host.class),
                "-d",
                classes.toString(),
                source.resolve("module-info.java").toString(),
                source.resolve("org/example/geo/Geo.java").toString());
        tool("jar", "--create", "--file", mainJar.toString(), "--main-class", MAIN, "-C", classes.toString(), ".");
    }

    static void tool(String name, String... arguments) {
        int code = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
        if (code != 0) {
            throw new AssertionError(name + " failed with " + code);
        }
    }
}
