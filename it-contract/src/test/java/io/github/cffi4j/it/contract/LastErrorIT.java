package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Errors.*;
import static io.github.cffi4j.it.contract.JvmWork.disturb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Windows' last error: as C left it, whatever the JVM does between two calls. Other systems have none, and each case sees there that
 * it is refused: so all run as many, and none is skipped.
 */
class LastErrorIT {
    private static final Platform PLATFORM = Host.current().platform();

    private static void onWindows(ThrowingCallable expectation) throws Throwable {
        if (PLATFORM.os() == OperatingSystem.WINDOWS) {
            expectation.call();
        } else {
            assertThatThrownBy(expectation)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("is not there on " + PLATFORM + ", only on windows-");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 1000, 0x2000_0001L, 0xFFFF_FFFFL})
    void staysAsCLeftIt(long number) throws Throwable {
        onWindows(() -> {
            assertThat(fail_last(number)).isEqualTo(-1);
            disturb();
            assertThat(GetLastError()).isEqualTo(number);
            assertThat(WSAGetLastError()).isEqualTo((int) number);
            disturb();
            assertThat(seen_last()).isEqualTo(number);
        });
    }

    @Test
    void tellsWhatTheSystemRefused() throws Throwable {
        onWindows(() -> {
            assertThat(open_missing()).isEqualTo(-1);
            disturb();
            assertThat(GetLastError()).isEqualTo(ERROR_FILE_NOT_FOUND());
        });
    }

    @Test
    void cSeesWhatJavaSets() throws Throwable {
        onWindows(() -> {
            SetLastError(77);
            disturb();
            assertThat(seen_last()).isEqualTo(77);
            WSASetLastError(10_054);
            disturb();
            assertThat(seen_last()).isEqualTo(10_054);
        });
    }

    @Test
    void criticalCalls() throws Throwable {
        onWindows(() -> {
            for (int i = 1; i < 1000; i++) {
                fail_last_quickly(i);
                assertThat(GetLastError()).isEqualTo(i);
                assertThat(seen_last_quickly()).isEqualTo(i);
            }
        });
    }

    @Test
    void errnoIsAnother() throws Throwable {
        onWindows(() -> {
            fail_both(34, 5);
            disturb();
            assertThat(errno()).isEqualTo(34);
            assertThat(GetLastError()).isEqualTo(5);
            assertThat(seen_last()).isEqualTo(5);
            assertThat(seen()).isEqualTo(34);
        });
    }

    @Test
    void eachThreadHasItsOwn() throws Throwable {
        onWindows(() -> {
            fail_last(12);
            CompletableFuture.runAsync(() -> {
                        fail_last(13);
                        disturb();
                        assertThat(GetLastError()).isEqualTo(13);
                    })
                    .join();
            assertThat(GetLastError()).isEqualTo(12);
        });
    }

    @Test
    void callbacksSeeWhatCHasAndLeaveIt() throws Throwable {
        onWindows(() -> {
            AtomicLong before = new AtomicLong();
            assertThat(retry_last(
                            n -> {
                                disturb();
                                before.set(GetLastError());
                                return 2;
                            },
                            34))
                    .isEqualTo(2034);
            assertThat(before).hasValue(34);
            assertThat(GetLastError()).isEqualTo(34);
        });
    }

    @Test
    void callbacksSetWhatCSees() throws Throwable {
        onWindows(() -> assertThat(retry_last(
                        n -> {
                            SetLastError(n + 1);
                            disturb();
                            return 3;
                        },
                        40))
                .isEqualTo(3041));
    }

    @Test
    void callbacksOnThreadsOfC() throws Throwable {
        onWindows(() -> {
            fail_last(70);
            assertThat(retry_last_on_thread(
                            n -> {
                                long before = GetLastError();
                                SetLastError(before + 1);
                                disturb();
                                return (int) before;
                            },
                            71))
                    .isEqualTo(71_072);
            assertThat(GetLastError()).as("of this thread").isNotEqualTo(72);
        });
    }

    @Test
    void functionsThatJavaImplements() throws Throwable {
        on_failure = n -> {
            disturb();
            int before = (int) GetLastError();
            SetLastError(before + 1);
            return before;
        };
        onWindows(() -> assertThat(fire_last(60)).isEqualTo(60_061));
    }
}
