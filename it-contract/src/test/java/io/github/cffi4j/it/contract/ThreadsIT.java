package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Calls from many threads of Java at once; virtual ones where Java has them. */
class ThreadsIT {
    private static final int THREADS = 16;
    private static final int CALLS = 2_000;

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
}
