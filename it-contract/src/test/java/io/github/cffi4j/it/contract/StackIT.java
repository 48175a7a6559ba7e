package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks on a stack that ends: no exception ends the JVM, none is lost (fault 14). */
@Tag("stack-end")
class StackIT {
    private static final int KILOBYTE = 1024;

    /** So many calls, and java.lang.foreign has taken over where the runtime chooses. */
    private static final int PATIENCE = 1_000_001;

    private static volatile binary again;

    @BeforeAll
    static void callOften() {
        for (int i = 0; i < PATIENCE; i++) {
            apply((a, b) -> a, 1, 2);
        }
    }

    @Test
    void recursionInACallbackReachesTheCaller() {
        assertThatThrownBy(() -> apply((a, b) -> endless(0), 1, 2)).isInstanceOf(StackOverflowError.class);
        assertThat(apply((a, b) -> a, 1, 2)).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 512, 1024, 8192})
    void recursionThroughLambdasReachesTheCaller(int kilobytes) throws Exception {
        onStack(kilobytes, () -> {
            // A lambda that finds no C function waits for 5 s.
            int times = ManyCallbacksIT.WINDOWS ? 1 : 5;
            for (int i = 0; i < times; i++) {
                // Where there are 64 C functions, no more lambdas nest.
                assertThatThrownBy(() -> throughLambdas(1))
                        .isInstanceOfAny(
                                StackOverflowError.class,
                                ManyCallbacksIT.WINDOWS ? IllegalStateException.class : StackOverflowError.class);
            }
        });
    }

    private static int throughLambdas(int depth) {
        return apply((a, b) -> throughLambdas(depth + 1), 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 512, 1024, 8192})
    void recursionThroughAStubIsReported(int kilobytes) throws Exception {
        onStack(kilobytes, () -> {
            try (Arena arena = Arena.open()) {
                again = binary.stub(arena, (a, b) -> apply(again, a + 1, b));
                for (int i = 0; i < 5; i++) {
                    assertThat(UncaughtExceptions.during(
                                    () -> assertThat(apply(again, 0, 0)).isZero()))
                            .singleElement()
                            .asString()
                            .contains("from callback binary, called by C, which gets 0")
                            .contains("too little stack left to run Java code");
                }
            }
        });
    }

    @Test
    void anAnswerForCIsGivenThenToo() throws Exception {
        onStack(512, () -> {
            try (Arena arena = Arena.open()) {
                again = binary.stub(arena, binary.withError(-7, (a, b) -> apply(again, a + 1, b)));
                assertThat(UncaughtExceptions.during(
                                () -> assertThat(apply(again, 0, 0)).isEqualTo(-7)))
                        .singleElement()
                        .asString()
                        .contains("which gets its error value");
            }
        });
    }

    @Test
    void theAnswerOfAFunctionOfJavasToo() throws Exception {
        attached(-9, (text, h, x) -> fire_attached("", null, x + 1));
        onStack(512, () -> assertThat(UncaughtExceptions.during(
                        () -> assertThat(fire_attached("", null, 0)).isEqualTo(-9)))
                .last()
                .asString()
                .contains("from callback attached, called by C, which gets its error value"));
    }

    /** Java itself comes as near to the end as it can, and calls C, which calls back. */
    @Test
    void atEveryDepthALambdaRunsOrTheCallerIsTold() throws Exception {
        onStack(512, () -> {
            for (int start = 0; start < 20; start++) {
                descend(start, () -> apply((a, b) -> 5, 1, 2));
            }
        });
    }

    @Test
    void atEveryDepthAStubRunsOrItsFailureIsReported() throws Exception {
        AtomicInteger reported = new AtomicInteger();
        onStack(512, () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.incrementAndGet());
            Arena arena = Arena.open();
            binary stub = binary.stub(arena, (a, b) -> 5);
            int refused = 0;
            for (int start = 0; start < 20; start++) {
                refused += descend(start, () -> apply(stub, 1, 2));
            }
            arena.close();
            assertThat(refused).isPositive();
            assertThat(reported).hasPositiveValue();
        });
    }

    @Test
    void atEveryDepthAFunctionOfJavasRunsOrItsFailureIsReported() throws Exception {
        AtomicInteger reported = new AtomicInteger();
        attached = (text, h, x) -> 5;
        onStack(512, () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.incrementAndGet());
            int refused = 0;
            for (int start = 0; start < 20; start++) {
                refused += descend(start, () -> fire_attached("", null, 0));
            }
            assertThat(refused).isPositive();
            assertThat(reported).hasPositiveValue();
        });
    }

    @Test
    void theUsualHandlerPrintsAndGoesOnPrinting() throws Exception {
        onStack(512, () -> {
            try (Arena arena = Arena.open()) {
                again = binary.stub(arena, (a, b) -> apply(again, a + 1, b));
                List<Thread> printing = new ArrayList<>();
                Thread.UncaughtExceptionHandler usual = Thread.currentThread().getThreadGroup();
                Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
                    usual.uncaughtException(thread, new IllegalStateException("printed by StackIT"));
                    printing.add(thread);
                });
                assertThat(apply(again, 0, 0)).isZero();
                assertThat(printing).hasSize(1);
                assertThat(System.err.checkError()).isFalse();
            }
        });
    }

    @Test
    void lackOfMemoryReachesTheCaller() {
        assertThatThrownBy(() -> apply((a, b) -> new long[Integer.MAX_VALUE].length, 1, 2))
                .isInstanceOf(OutOfMemoryError.class);
    }

    /** Calls at each third depth; gives how many calls gave 0, and never anything but 0 or 5. */
    private static int descend(int start, IntSupplier call) {
        AtomicInteger refused = new AtomicInteger();
        assertThatThrownBy(() -> descend(start, call, refused)).isInstanceOf(StackOverflowError.class);
        assertThat(apply((a, b) -> a, 42, 0)).isEqualTo(42);
        return refused.get();
    }

    private static int descend(int depth, IntSupplier call, AtomicInteger refused) {
        if (depth % 3 == 0) {
            int result = call.getAsInt();
            if (result == 0) {
                refused.incrementAndGet();
            } else if (result != 5) {
                throw new AssertionError(result);
            }
        }
        return descend(depth + 1, call, refused) + 1;
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    private static void onStack(int kilobytes, Runnable work) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        work.run();
                    } catch (Throwable thrown) {
                        failure.set(thrown);
                    }
                },
                "a stack of " + kilobytes + " KB",
                (long) kilobytes * KILOBYTE);
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
