package io.github.cffi4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CleanupTest {
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void isDoneOnce() {
        Object reachable = new Object();
        Cleanup cleanup = Cleanup.of(reachable, done::incrementAndGet);
        cleanup.run();
        cleanup.run();

        assertThat(done).hasValue(1);
        assertThat(cleanup.cancel()).isFalse();
    }

    @Test
    void isNotDoneOnceCancelled() {
        Object reachable = new Object();
        Cleanup cleanup = Cleanup.of(reachable, done::incrementAndGet);

        assertThat(cleanup.cancel()).isTrue();
        cleanup.run();
        assertThat(done).hasValue(0);
    }

    @Test
    void throwsToWhoRunsIt() {
        Object reachable = new Object();
        Cleanup cleanup = Cleanup.of(reachable, () -> {
            throw new IllegalStateException("on purpose");
        });

        assertThatThrownBy(cleanup::run).hasMessage("on purpose");
        cleanup.run();
    }

    @Test
    void isDoneWhenNothingIsReachable() {
        Cleanup.of(new Object(), done::incrementAndGet);

        while (done.get() == 0) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(done).hasValue(1);
    }

    @Test
    void failuresNobodyWaitsForGoToTheHandler() {
        AtomicReference<Throwable> reported = new AtomicReference<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> reported.set(failure));
        try {
            Cleanup.of(new Object(), () -> {
                throw new IllegalStateException("on purpose");
            });
            while (reported.get() == null) {
                System.gc();
                Thread.onSpinWait();
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(reported.get()).hasMessage("on purpose");
    }
}
