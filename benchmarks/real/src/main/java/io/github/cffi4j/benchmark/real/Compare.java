package io.github.cffi4j.benchmark.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Measures both in turns, and writes a line for each row: library, what it does, size, our nanoseconds, the peer's.
 *
 * <p>A turn is as many calls as take some milliseconds. The least of many turns counts: what else the machine does can only add.
 */
public final class Compare {
    private static final long TURN = 20_000_000;

    /** An input from which a call takes so long that fewer turns are enough. */
    private static final int LARGE = 1 << 23;

    private Compare() {}

    /** The first argument is the file to write; the second, if there is one, is the number of turns. */
    public static void main(String[] arguments) throws Exception {
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 31;
        List<String> lines = new ArrayList<>();
        for (Supplier<List<Comparison>> library : libraries().toList()) {
            for (Comparison comparison : library.get()) {
                lines.add(line(comparison, turns));
                System.out.println(lines.get(lines.size() - 1));
            }
        }
        write(Path.of(arguments[0]), lines);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private static Stream<Supplier<List<Comparison>>> libraries() throws ReflectiveOperationException {
        Stream<Supplier<List<Comparison>>> everywhere = Stream.of(
                Compression::zstd,
                Compression::lz4,
                Databases::sqlite,
                Patterns::pcre2,
                Secrets::libsodium,
                Repositories::libgit2);
        return Runtime.version().feature() < 25 ? everywhere : Stream.concat(everywhere, Stream.of(syntaxTrees()));
    }

    /** jtreesitter is for Java 23 and later, so what uses it is compiled apart. */
    @SuppressWarnings("unchecked")
    private static Supplier<List<Comparison>> syntaxTrees() throws ReflectiveOperationException {
        return (Supplier<List<Comparison>>) Class.forName("io.github.cffi4j.benchmark.real.SyntaxTrees")
                .getDeclaredConstructor()
                .newInstance();
    }

    private static String line(Comparison row, int turns) {
        // Half a second each to warm up; the first turn says how many calls make a turn.
        double shortest = Math.min(turn(row.ours(), warm(row.ours())), turn(row.peer(), warm(row.peer())));
        long calls = Math.max(1, (long) (TURN / Math.max(1, shortest)));
        double best = Double.MAX_VALUE;
        double peersBest = Double.MAX_VALUE;
        int rounds = row.size() >= LARGE ? Math.max(3, turns / 4) : turns;
        for (int i = 0; i < rounds; i++) {
            best = Math.min(best, turn(row.ours(), calls));
            peersBest = Math.min(peersBest, turn(row.peer(), calls));
        }
        return String.format(
                Locale.ROOT, "%s\t%s\t%d\t%.1f\t%.1f", row.library(), row.what(), row.size(), best, peersBest);
    }

    /** How many calls take about half a second; the JIT compiler has done its work then. */
    private static long warm(Runnable call) {
        long start = System.nanoTime();
        long calls = 0;
        while (System.nanoTime() - start < 500_000_000) {
            call.run();
            calls++;
        }
        return calls;
    }

    /** Nanoseconds for each call. */
    private static double turn(Runnable call, long calls) {
        long start = System.nanoTime();
        for (long i = 0; i < calls; i++) {
            call.run();
        }
        return (double) (System.nanoTime() - start) / calls;
    }
}
