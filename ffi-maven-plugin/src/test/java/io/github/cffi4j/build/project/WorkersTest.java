package io.github.cffi4j.build.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final List<String> order = new CopyOnWriteArrayList<>();

    @Test
    void whatFollowsATaskGoesBeforeTasksThatWait() throws Exception {
        CountDownLatch allAreWaiting = new CountDownLatch(1);
        try (Workers workers = new Workers(1)) {
            CompletableFuture<String> compile = workers.start(() -> {
                allAreWaiting.await();
                return note("compile");
            });
            CompletableFuture<String> other = workers.start(() -> note("compile another"));
            CompletableFuture<String> link = workers.startAfter(List.of(compile), () -> note("link"));
            allAreWaiting.countDown();

            Workers.await(List.of(link, other));
        }

        assertThat(order).containsExactly("compile", "link", "compile another");
    }

    @Test
    void aFailedTaskIsNotFollowed() {
        try (Workers workers = new Workers(2)) {
            CompletableFuture<String> compile = workers.start(() -> {
                throw new IOException("disk full");
            });
            CompletableFuture<String> link = workers.startAfter(List.of(compile), () -> note("link"));

            assertThatThrownBy(() -> Workers.await(link))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
        }

        assertThat(order).isEmpty();
    }

    private String note(String what) {
        order.add(what);
        return what;
    }
}
