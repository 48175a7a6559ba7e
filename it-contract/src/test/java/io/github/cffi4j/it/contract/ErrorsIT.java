package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Errors.*;
import static io.github.cffi4j.it.contract.JvmWork.disturb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** errno: as C left it, whatever the JVM does between two calls. */
class ErrorsIT {
    @BeforeEach
    void nothingFailedYet() {
        errno(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 34, 1000, -5, Integer.MAX_VALUE})
    void staysAsCLeftIt(int number) {
        assertThat(fail(number)).isEqualTo(-1);
        disturb();
        assertThat(errno()).isEqualTo(number);
        disturb();
        assertThat(seen()).isEqualTo(number);
    }

    @Test
    void whateverTheResult() {
        assertThat(fail_with_text(3).string()).isEqualTo("failed");
        assertThat(errno()).isEqualTo(3);
        assertThat(fail_with_struct(4)).hasToString("failure{number=4, detail=-1}");
        assertThat(errno()).isEqualTo(4);
        fail_without_result(5);
        assertThat(errno()).isEqualTo(5);
        assertThat(failing().call(7)).isEqualTo(-1);
        assertThat(errno()).isEqualTo(7);
    }

    @Test
    @Tag("variadic")
    void whateverTheArguments() {
        fail_with_arguments(6, "more", 1.5);
        assertThat(errno()).isEqualTo(6);
    }

    @Test
    void criticalCalls() {
        for (int i = 1; i < 1000; i++) {
            fail_quickly(i);
            assertThat(errno()).isEqualTo(i);
            assertThat(seen_quickly()).isEqualTo(i);
        }
    }

    @Test
    void cSeesWhatJavaSets() {
        errno(77);
        disturb();
        assertThat(seen()).isEqualTo(77);
        assertThat(errno()).isEqualTo(77);
    }

    @Test
    void numbersThatMeanFailure() {
        assertThat(parse("12")).isEqualTo(12);
        assertThat(errno()).isZero();
        parse("9".repeat(30));
        assertThat(errno()).isEqualTo(ERANGE).isNotEqualTo(ENOENT);
    }

    @Test
    void eachThreadHasItsOwn() {
        fail(12);

        CompletableFuture.runAsync(() -> {
                    fail(13);
                    disturb();
                    assertThat(errno()).isEqualTo(13);
                })
                .join();
        assertThat(errno()).isEqualTo(12);
    }

    @Test
    void virtualThreadsHaveItUntilTheyBlock() throws Exception {
        ExecutorService executor = ThreadsIT.virtual();
        List<Future<?>> threads = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            int number = i;
            threads.add(executor.submit(() -> {
                for (int call = 0; call < 100; call++) {
                    fail(number);
                    assertThat(errno()).isEqualTo(number);
                    Thread.yield();
                }
            }));
        }
        executor.shutdown();
        for (Future<?> thread : threads) {
            thread.get(5, TimeUnit.MINUTES);
        }
    }

    @Test
    void callbacksSeeWhatCHasAndLeaveIt() {
        AtomicInteger before = new AtomicInteger();

        assertThat(retry(
                        n -> {
                            disturb();
                            before.set(errno());
                            return 2;
                        },
                        34))
                .isEqualTo(2034);
        assertThat(before).hasValue(34);
        assertThat(errno()).isEqualTo(34);
    }

    @Test
    void callbacksSetWhatCSees() {
        assertThat(retry(
                        n -> {
                            errno(n + 1);
                            disturb();
                            return 3;
                        },
                        40))
                .isEqualTo(3041);
    }

    @Test
    void callsOfCallbacksSetItToo() {
        assertThat(retry(
                        n -> {
                            assertThat(seen()).isEqualTo(50);
                            return fail(n + 1);
                        },
                        50))
                .isEqualTo(-1000 + 51);
    }

    @Test
    void functionsThatJavaImplements() {
        on_failure = n -> {
            disturb();
            int before = errno();
            errno(before + 1);
            return before;
        };

        assertThat(fire(60)).isEqualTo(60_061);
    }

    @Test
    void callbacksOnThreadsOfC() {
        fail(70);

        assertThat(retry_on_thread(
                        n -> {
                            int before = errno();
                            errno(before + 1);
                            return before;
                        },
                        71))
                .isEqualTo(71_072);
    }

    @Test
    void aCallbackThatThrowsLeavesIt() {
        assertThatThrownBy(() -> retry(
                        n -> {
                            throw new IllegalStateException("on purpose");
                        },
                        80))
                .hasMessage("on purpose");
        assertThat(errno()).isEqualTo(80);
    }
}
