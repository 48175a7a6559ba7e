package io.github.cffi4j.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nothing that is read as a cdef makes the generator fail, hang or grow without bound: random ones by the grammar, and
 * mutants of those and of the seeds. The same ones each time; with the tag {@code thorough} more of them, and
 * {@code -Dfuzz.minutes=10} goes on with others for so long.
 */
class GenerationFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122L);
    private static final Duration LONGER = Duration.ofMinutes(Long.getLong("fuzz.minutes", 0L));
    private static final int QUICK_ROUNDS = 50;
    private static final int ROUNDS = 1_000;

    /** A thousand times what a cdef of this size needs: it tells hanging from working. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void everyCdefIsGeneratedOrExplained() throws IOException {
        tryCdefs(0, QUICK_ROUNDS, Duration.ZERO);
    }

    @Tag("thorough")
    @Test
    void everyOtherCdefIsGeneratedOrExplained() throws IOException {
        tryCdefs(QUICK_ROUNDS, ROUNDS, LONGER);
    }

    private static void tryCdefs(int first, int end, Duration longer) throws IOException {
        Mutator mutator = new Mutator(seeds());
        long start = System.nanoTime();
        int taken = 0;
        int round = first;
        for (; round < end || System.nanoTime() - start < longer.toNanos(); round++) {
            String cdef = cdef(mutator, round);
            taken += tried(cdef, round) ? 1 : 0;
        }
        int tried = round - first;
        assertThat(taken).isBetween(tried / 10, tried * 9 / 10);
    }

    @Tag("thorough")
    @Test
    void theSeedsAreGeneratedOrExplained() throws IOException {
        for (String seed : seeds()) {
            tried(seed, -1);
        }
    }

    private static boolean tried(String cdef, int round) {
        try {
            return Assertions.assertTimeoutPreemptively(LIMIT, () -> Generation.succeeds(cdef));
        } catch (Throwable fault) {
            throw new AssertionError("seed " + SEED + ", round " + round + ":\n" + cdef, fault);
        }
    }

    private static String cdef(Mutator mutator, int round) {
        Chance chance = new Chance(SEED + round);
        return switch (round % 4) {
            case 0 -> new RandomCdef(SEED + round, true).write(1 + chance.below(30));
            case 1 -> mutator.mutate(chance, new RandomCdef(SEED + round, true).write(1 + chance.below(12)));
            default -> mutator.next(chance);
        };
    }

    /** Whole cdefs, and what the tables of wrong ones hold. */
    private static List<String> seeds() throws IOException {
        Path resources = Path.of("src", "test", "resources");
        List<String> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".cdef"))
                    .sorted()
                    .toList()) {
                seeds.add(Files.readString(file));
            }
        }
        Files.readAllLines(resources.resolve("claims").resolve("claims.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith(" ") && !line.startsWith("//"))
                .forEach(seeds::add);
        return seeds;
    }
}
