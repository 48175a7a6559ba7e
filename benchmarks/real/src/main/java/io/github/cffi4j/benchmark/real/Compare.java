package io.github.cffi4j.benchmark.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures both in turns, and writes a line for each row: library, what it does, size, our nanoseconds, the peer's.
 *
 * <p>A turn is as many calls as take some milliseconds. The least of many turns counts: what else the machine does can only add.
 */
public final class Compare {
    private static final int[] SIZES = {64, 1 << 10, 1 << 14, 1 << 17, 1 << 20, 1 << 23, 1 << 26};
    private static final long TURN = 20_000_000;

    private Compare() {}

    /** The first argument is the file to write; the second, if there is one, is the number of turns. */
    public static void main(String[] arguments) throws IOException {
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 31;
        List<String> lines = new ArrayList<>();
        for (String library : List.of("zstd", "LZ4")) {
            for (int size : SIZES) {
                byte[] data = text(size);
                Contenders.compare(library, data);
                Contender ours = Contenders.OURS.get(library);
                Contender peer = Contenders.PEERS.get(library);
                byte[] compressed = new byte[ours.bound(size)];
                int length = ours.compress(data, compressed);
                byte[] restored = new byte[size];
                byte[] space = new byte[ours.bound(size)];
                lines.add(line(
                        library,
                        "compress",
                        size,
                        turns,
                        () -> ours.compress(data, space),
                        () -> peer.compress(data, space)));
                lines.add(line(
                        library,
                        "decompress",
                        size,
                        turns,
                        () -> ours.decompress(compressed, length, restored),
                        () -> peer.decompress(compressed, length, restored)));
                System.out.println(lines.get(lines.size() - 2) + "\n" + lines.get(lines.size() - 1));
            }
        }
        Files.write(Path.of(arguments[0]), lines);
    }

    private static String line(String library, String what, int size, int turns, Runnable ours, Runnable peer) {
        // Two turns each to warm up; the first says how many calls make a turn.
        long calls = Math.max(1, TURN / Math.max(1, Math.min(turn(ours, calls(ours)), turn(peer, calls(peer)))));
        double best = Double.MAX_VALUE;
        double peersBest = Double.MAX_VALUE;
        int rounds = size >= 1 << 23 ? Math.max(3, turns / 4) : turns;
        for (int i = 0; i < rounds; i++) {
            best = Math.min(best, turn(ours, calls));
            peersBest = Math.min(peersBest, turn(peer, calls));
        }
        return String.format(Locale.ROOT, "%s\t%s\t%d\t%.1f\t%.1f", library, what, size, best, peersBest);
    }

    /** How many calls take about half a second; the JIT compiler has done its work then. */
    private static long calls(Runnable call) {
        long start = System.nanoTime();
        long calls = 0;
        while (System.nanoTime() - start < 500_000_000) {
            call.run();
            calls++;
        }
        return calls;
    }

    /** Nanoseconds for each call. */
    private static long turn(Runnable call, long calls) {
        long start = System.nanoTime();
        for (long i = 0; i < calls; i++) {
            call.run();
        }
        return (System.nanoTime() - start) / calls;
    }

    /** Text of words, some more frequent than others, so that it compresses as text does. The same for each run. */
    private static byte[] text(int size) {
        Random random = new Random(1);
        String[] words = new String[2000];
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 2 + random.nextInt(9); n > 0; n--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words[i] = word.toString();
        }
        StringBuilder text = new StringBuilder(size + 20);
        while (text.length() < size) {
            double often = random.nextDouble();
            text.append(words[(int) (words.length * often * often * often)])
                    .append(random.nextInt(12) == 0 ? ".\n" : " ");
        }
        return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
    }
}
