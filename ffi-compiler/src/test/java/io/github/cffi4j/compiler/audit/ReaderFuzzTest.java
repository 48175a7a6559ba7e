package io.github.cffi4j.compiler.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.read.LibraryReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged files are read, or refused with the one exception there is for it; never anything else. The same damages each
 * time; {@code -Dfuzz.seconds=600} goes on with others for so long.
 */
class ReaderFuzzTest {
    private static final int ROUNDS = 3000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"x86_64-linux-gnu.2.17", "powerpc-linux-musleabi", "aarch64-macos.11.0", "x86_64-windows-gnu"})
    @Timeout(1200)
    void damagedFiles(String target) throws Exception {
        byte[] good = new TestLibraries(folder).good(target);
        Instant end = Instant.now().plus(Duration.ofSeconds(Long.getLong("fuzz.seconds", 0)));
        int refused = 0;
        int round = 0;
        while (round < ROUNDS || Instant.now().isBefore(end)) {
            refused += refuses(damaged(good, new Random(round)), round) ? 1 : 0;
            round++;
        }
        assertThat(refused).isPositive().isLessThan(round);
    }

    private static boolean refuses(byte[] file, int round) {
        try {
            LibraryReader.read(file);
            return false;
        } catch (MalformedFileException e) {
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new AssertionError("round " + round, e);
        }
    }

    /** Cut short, or with some bytes, words and runs of bytes replaced, most of them where headers and tables are. */
    private static byte[] damaged(byte[] good, Random random) {
        byte[] file = good.clone();
        if (random.nextInt(20) == 0) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
        int area = random.nextInt(3) == 0 ? file.length : Math.min(file.length, 64 << random.nextInt(7));
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            int at = random.nextInt(area);
            int size = Math.min(1 << random.nextInt(4), file.length - at);
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt();
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(file, at, at + size, (byte) (random.nextBoolean() ? 0xff : 0));
                default -> System.arraycopy(good, random.nextInt(file.length - size + 1), file, at, size);
            }
        }
        return file;
    }
}
