package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Soak.soak_add;
import static io.github.cffi4j.it.contract.Soak.soak_malloced;
import static io.github.cffi4j.it.contract.Soak.soak_repeat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.IntPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Many calls, callbacks and allocations leave no memory behind: a hundred million calls in .ci/thorough, twenty million in
 * each build, and fewer where an emulator makes them.
 */
class SoakIT {
    private static final int CALLS = Integer.getInteger("soak.calls", 5_000_000);
    private static final int THREADS = 16;
    /** Callbacks are a tenth of the calls, allocations a hundredth. */
    private static final int CALLBACKS = CALLS / 10 / THREADS;

    private static final int ALLOCATIONS = CALLS / 100;

    /** Of what a leak of one small block per callback or allocation would take in a real soak, a small part. */
    private static final long NOISE = 16_000_000;

    @Test
    void memoryStaysAsItWas() throws Exception {
        round(10);
        long before = settled(Long.MAX_VALUE);
        round(1);

        assertThat(settled(before + NOISE)).isLessThan(before + NOISE);
    }

    private static void round(int divisor) throws Exception {
        int sum = 0;
        for (int i = 0; i < CALLS / divisor; i++) {
            sum = soak_add(sum, 1);
        }
        assertThat(sum).isEqualTo(CALLS / divisor);
        callBack(CALLBACKS / divisor);
        allocate(ALLOCATIONS / divisor);
    }

    private static void callBack(int times) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int start = i;
                tasks.add(() -> soak_repeat(value -> value + 1, start, times) - start);
            }
            for (Future<Integer> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(times);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Half of them freed by an arena, half by the garbage collector. */
    private static void allocate(int count) {
        for (int i = 0; i < count / 2; i++) {
            try (Arena arena = Arena.open()) {
                check(IntPointer.allocate(arena, 100), i);
            }
            check(IntPointer.allocate(100), i);
        }
    }

    private static void check(IntPointer block, int value) {
        if (block.set(99, value).get(99) != value || block.get(0) != 0) {
            throw new AssertionError("block " + value + " is not its own");
        }
    }

    /** The memory in use when the collector had its chances to free what nobody refers to. */
    private static long settled(long enough) throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 50 && (i < 5 || least >= enough); i++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(least, soak_malloced());
        }
        return least;
    }
}
