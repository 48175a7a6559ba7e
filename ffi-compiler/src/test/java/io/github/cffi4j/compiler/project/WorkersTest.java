package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {

    @Test
    void givesResultsInOrder() throws Exception {
        try (Workers workers = new Workers(2)) {
            CountDownLatch second = new CountDownLatch(1);
            CompletableFuture<Integer> one = workers.start(() -> {
                second.await();
                return 1;
            });
            CompletableFuture<Integer> two = workers.start(() -> {
                second.countDown();
                return 2;
            });
            assertThat(Workers.await(List.of(one, two))).containsExactly(1, 2);
        }
    }

    @Test
    void throwsWhatATaskThrew() {
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> Workers.await(workers.start(() -> {
                        throw new IOException("no space");
                    })))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no space");
            assertThatThrownBy(() -> Workers.await(workers.start(() -> {
                        throw new IllegalStateException("broken");
                    })))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken");
        }
    }

    @Test
    void whatFollowsATaskGoesBeforeTasksThatWait() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch allAreWaiting = new CountDownLatch(1);
        try (Workers workers = new Workers(1)) {
            CompletableFuture<Boolean> compile = workers.start(() -> {
                allAreWaiting.await();
                return order.add("compile");
            });
            CompletableFuture<Boolean> other = workers.start(() -> order.add("compile another"));
            CompletableFuture<Boolean> link = workers.startAfter(List.of(compile), () -> order.add("link"));
            allAreWaiting.countDown();
            Workers.await(List.of(link, other));
        }
        assertThat(order).containsExactly("compile", "link", "compile another");
    }

    @Test
    void doesNotStartWhatStandsOnAFailure() {
        AtomicBoolean started = new AtomicBoolean();
        try (Workers workers = new Workers(1)) {
            CompletableFuture<Integer> failing = workers.start(() -> {
                throw new IOException("first");
            });
            CompletableFuture<Integer> after = workers.startAfter(List.of(failing), () -> {
                started.set(true);
                return 1;
            });
            assertThatThrownBy(() -> Workers.await(after))
                    .isInstanceOf(IOException.class)
                    .hasMessage("first");
        }
        assertThat(started).isFalse();
    }

    @Test
    void closingInterruptsWhatRunsAndWaitsForItsEnd() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try (Workers workers = new Workers(1)) {
            workers.start(() -> {
                try {
                    running.countDown();
                    new CountDownLatch(1).await();
                } finally {
                    ended.set(true);
                }
                return 1;
            });
            running.await();
        }
        assertThat(ended).isTrue();
    }

    @Test
    void anInterruptWhileWaitingIsPassedOn() {
        try (Workers workers = new Workers(1)) {
            CompletableFuture<Integer> never = workers.start(() -> {
                new CountDownLatch(1).await();
                return 1;
            });
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Workers.await(never)).isInstanceOf(InterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }
}
