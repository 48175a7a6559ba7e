package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Calls from many threads of Java at once; virtual ones where Java has them. */
class ThreadsIT {
    private static final int THREADS = 16;
    private static final int CALLS = 2_000;
    private static final int IDLE_THREADS = 1_000;

    /** A third of a block of 8 KB for each thread. */
    private static final long MUCH = 3_000_000;

    @Test
    void threads() throws Exception {
        callFrom(Executors.newFixedThreadPool(THREADS));
    }

    @Test
    void virtualThreads() throws Exception {
        callFrom(virtual());
    }

    /** Virtual threads where Java has them. */
    static ExecutorService virtual() throws ReflectiveOperationException {
        return Runtime.version().feature() < 21
                ? Executors.newCachedThreadPool()
                : (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
    }

    private static void callFrom(ExecutorService executor) throws Exception {
        List<Future<Long>> results = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            results.add(executor.submit(() -> calls(number)));
        }
        executor.shutdown();
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(results.get(thread).get(5, TimeUnit.MINUTES)).isEqualTo((long) CALLS * (thread + 5));
        }
    }

    /** A string, a lambda and memory for each. */
    private static long calls(int number) {
        long sum = 0;
        for (int call = 0; call < CALLS; call++) {
            sum += length("text") + apply((a, b) -> a + b, number, 1);
            handlers h = handlers.allocate();
            h.state(h);
            assertThat(h.state()).isEqualTo(h);
        }
        return sum;
    }

    @Test
    @DisplayName("threads that live on after they passed a string keep memory by the block, not each (fault 16)")
    void idleThreadsKeepLittle() throws Exception {
        CountDownLatch called = new CountDownLatch(IDLE_THREADS);
        CountDownLatch end = new CountDownLatch(1);
        long before = directMemory();
        ExecutorService threads = virtual();
        for (int i = 0; i < IDLE_THREADS; i++) {
            threads.execute(() -> {
                if (length("text") == 4) {
                    called.countDown();
                }
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        threads.shutdown();
        assertThat(called.await(5, TimeUnit.MINUTES)).isTrue();
        long kept = kept(before);
        end.countDown();

        assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        assertThat(kept).isLessThan(MUCH);
    }

    /** Returns what the collector leaves: two threads at once may each allocate a block, and one of the two drops it. */
    private static long kept(long before) throws InterruptedException {
        long kept = directMemory() - before;
        for (int tries = 0; kept >= MUCH && tries < 200; tries++) {
            System.gc();
            Thread.sleep(20);
            kept = directMemory() - before;
        }
        return kept;
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
