package io.github.cffi4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CollectedMemoryTest {
    private final Segment memory = Allocator.collected().allocate(64, 1);

    @Test
    void isFreedWhenNobodyRefersToItAnyMore() throws InterruptedException {
        CountDownLatch freed = new CountDownLatch(1);
        CollectedMemory.owned(memory.address(), 64, freed::countDown);

        collectUntil(freed);
    }

    @Test
    void aSliceKeepsTheWhole() throws InterruptedException {
        CountDownLatch freed = new CountDownLatch(1);
        Segment slice =
                CollectedMemory.owned(memory.address(), 64, freed::countDown).slice(8, 8);

        CountDownLatch somethingElse = new CountDownLatch(1);
        CollectedMemory.owned(memory.address(), 64, somethingElse::countDown);
        collectUntil(somethingElse);
        assertThat(freed.getCount()).isOne();
        Reference.reachabilityFence(slice);

        slice = null;
        collectUntil(freed);
    }

    private static void collectUntil(CountDownLatch freed) throws InterruptedException {
        boolean done = false;
        for (int i = 0; i < 1000 && !done; i++) {
            System.gc();
            done = freed.await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(done).isTrue();
    }
}
