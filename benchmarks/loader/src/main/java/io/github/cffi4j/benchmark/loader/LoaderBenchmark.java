package io.github.cffi4j.benchmark.loader;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts JVMs that load one library of a megabyte each in its own way, in turns, and prints what the call took in the
 * process: the median and the least. Everything is in jars, as programs are. JavaCPP loads its own library, which is smaller.
 */
final class LoaderBenchmark {
    private static final int ROUNDS = 15;
    private static final int SIZE = 1 << 20;
    private static final String START = Start.class.getName().replace('.', '/') + ".class";

    private static final String BEGIN = "<!-- Written by the benchmark. -->\n";
    private static final String END = "<!-- End of what the benchmark wrote. -->";

    private final Path work;
    private final Path library;
    private final List<String> command;

    private LoaderBenchmark(Path work) throws IOException, NoSuchAlgorithmException {
        this.work = work;
        Platform platform = Host.current().platform();
        byte[] some =
                Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("prefs")));
        byte[] content = Arrays.copyOf(some, SIZE);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        library = write(work.resolve(platform.libraryFileName("geo")), content);
        Path main = jar(
                "geo-1.0.jar",
                Map.of(
                        START,
                        read(START),
                        "META-INF/cffi4j/geo.properties",
                        ("artifact=org.example\\:geo\\:1.0\n" + platform + "=" + digest + "\n")
                                .getBytes(StandardCharsets.UTF_8)));
        Path natives = jar("geo-1.0-" + platform + ".jar", Map.of(platform.resourcePath("geo"), content));
        command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Dcffi4j.cache.dir=" + work.resolve("cache/cffi4j"),
                "-Dorg.bytedeco.javacpp.cachedir=" + work.resolve("cache/javacpp"),
                "-Djava.io.tmpdir=" + Files.createDirectories(work.resolve("tmp")),
                "-cp",
                Stream.concat(
                                Stream.of(main.toString(), natives.toString()),
                                Arrays.stream(System.getProperty("java.class.path")
                                                .split(File.pathSeparator))
                                        .filter(entry -> entry.endsWith(".jar")))
                        .collect(Collectors.joining(File.pathSeparator)),
                Start.class.getName());
    }

    public static void main(String[] arguments) throws Exception {
        LoaderBenchmark benchmark = new LoaderBenchmark(Path.of(arguments[0]).toAbsolutePath());
        Map<Contender, List<Double>> cold = benchmark.measure(true);
        Map<Contender, List<Double>> warm = benchmark.measure(false);
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, """

                | Java %d | cold, median | cold, least | warm, median | warm, least |
                |---|---|---|---|---|
                """, Runtime.version().feature()));
        for (Contender contender : Contender.values()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %.1f |\n",
                    contender.label(),
                    median(cold.get(contender)),
                    cold.get(contender).get(0),
                    median(warm.get(contender)),
                    warm.get(contender).get(0)));
        }
        System.out.print(table);
        writeInto(Path.of(arguments[1]), table.append('\n').toString());
    }

    private static void writeInto(Path page, String table) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IOException(page + " lacks the lines between which the table goes: " + BEGIN + END);
        }
        Files.writeString(page, text.substring(0, begin) + table + text.substring(end));
    }

    private Map<Contender, List<Double>> measure(boolean cold) throws IOException, InterruptedException {
        Map<Contender, List<Double>> times = new EnumMap<>(Contender.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender contender : Contender.values()) {
                if (cold) {
                    delete(work.resolve("cache"));
                    Files.createDirectories(work.resolve("cache"));
                }
                times.computeIfAbsent(contender, key -> new ArrayList<>()).add(start(contender));
            }
            if (!cold && round == 0) {
                // The first hit is hashed, and sealed if it has settled.
                Thread.sleep(2500);
                start(Contender.CFFI4J);
                times.clear();
            }
        }
        times.values().forEach(list -> list.sort(null));
        return times;
    }

    private double start(Contender contender) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(contender.name(), library.toString()));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(contender + " failed: " + said);
        }
        return Long.parseLong(said.strip()) / 1e6;
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path file = work.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return file;
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream stream = LoaderBenchmark.class.getClassLoader().getResourceAsStream(resource)) {
            return stream.readAllBytes();
        }
    }

    private static Path write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
