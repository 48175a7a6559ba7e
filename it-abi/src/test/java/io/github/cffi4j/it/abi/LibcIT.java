package io.github.cffi4j.it.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.ValueOutOfRangeException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The C library of this machine, called without any C of ours. */
class LibcIT {
    @Test
    void integersAndFloatingNumbers() {
        assertThat(Libc.abs(-7)).isEqualTo(7);
        assertThat(Libc.labs(-7)).isEqualTo(7);
        assertThat(Libc.llabs(Long.MIN_VALUE + 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Libc.hypot(3, 4)).isEqualTo(5);
        assertThat(Libc.ldexp(3, 4)).isEqualTo(48);
        assertThat(Libc.powf(2, 10)).isEqualTo(1024f);
        assertThat(Libc.toupper('a')).isEqualTo('A');
    }

    @Test
    void textAndMemory() {
        assertThat(Libc.strlen("eight ch")).isEqualTo(8);
        try (Arena arena = Arena.open()) {
            BytePointer bytes = BytePointer.allocate(arena, 4);
            Libc.memset(bytes, 'x', 3);
            assertThat(bytes.string()).isEqualTo("xxx");
        }
    }

    @Test
    void structsByValue() {
        Libc.ldiv_t result = Libc.ldiv(47, 10);
        assertThat(result.quot()).isEqualTo(4);
        assertThat(result.rem()).isEqualTo(7);
    }

    @Test
    void errnoOfEachThread() throws Exception {
        Libc.errno(0);
        assertThat(Libc.strtoull("99999999999999999999999", null, 10)).isEqualTo(-1);
        assertThat(Libc.errno()).isEqualTo(Libc.ERANGE);
        Thread other = new Thread(() -> assertThat(Libc.errno()).isZero());
        AtomicInteger failures = new AtomicInteger();
        other.setUncaughtExceptionHandler((thread, failure) -> failures.incrementAndGet());
        other.start();
        other.join();
        assertThat(failures).hasValue(0);
        Libc.errno(5);
        assertThat(Libc.strtoull("42", null, 10)).isEqualTo(42);
        assertThat(Libc.errno()).isEqualTo(5);
    }

    @Test
    void callbacks() {
        try (Arena arena = Arena.open()) {
            IntPointer numbers = IntPointer.allocate(arena, 5);
            for (int i = 0; i < 5; i++) {
                numbers.set(i, i * 7 % 5);
            }
            Libc.qsort(
                    numbers,
                    5,
                    4,
                    (left, right) -> Integer.compare(
                            IntPointer.at(left).get(), IntPointer.at(right).get()));
            for (int i = 0; i < 5; i++) {
                assertThat(numbers.get(i)).isEqualTo(i);
            }
            assertThatThrownBy(() -> Libc.qsort(numbers, 5, 4, (left, right) -> {
                        throw new IllegalStateException("from the callback");
                    }))
                    .hasMessage("from the callback");
        }
    }

    @Test
    void typedConstants() {
        assertThat(Libc.M_PI).isEqualTo(Math.PI, within(0.0));
        assertThat(Libc.LLONG_MIN).isEqualTo(Long.MIN_VALUE);
        assertThat(Libc.HALF_OF_IT).isEqualTo(0.5f);
    }

    @Test
    void bitfieldsAreWhereTheCompilerSaid() {
        try (Arena arena = Arena.open()) {
            Libc.flags flags = Libc.flags.allocate(arena);
            flags.kind((byte) 9).a(5).b(-16).c(-4_000_000_000L).d(true).e(2).f(-2);
            assertThat(flags.kind()).isEqualTo((byte) 9);
            assertThat(flags.a()).isEqualTo(5);
            assertThat(flags.b()).isEqualTo(-16);
            assertThat(flags.c()).isEqualTo(-4_000_000_000L);
            assertThat(flags.d()).isTrue();
            assertThat(flags.e()).isEqualTo(2);
            assertThat(flags.f()).isEqualTo(-2);
            flags.a(0);
            assertThat(flags.b()).isEqualTo(-16);
            assertThat(flags.kind()).isEqualTo((byte) 9);
            assertThatThrownBy(() -> flags.a(8)).isInstanceOf(ValueOutOfRangeException.class);
            assertThatThrownBy(() -> flags.b(16)).isInstanceOf(ValueOutOfRangeException.class);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void variadicFunctions() {
        try (Arena arena = Arena.open()) {
            BytePointer text = BytePointer.allocate(arena, 200);
            assertThat(Libc.snprintf(text, 200, "nothing")).isEqualTo(7);
            assertThat(Libc.snprintf(text, 200, "%s %d %g %lld %c", "text", -1, 2.5, 1L << 40, 'x'))
                    .isEqualTo(27);
            assertThat(text.string()).isEqualTo("text -1 2.5 1099511627776 x");
            Libc.snprintf(
                    text,
                    200,
                    "%g %d %g %d %g %d %g %d %g %d %g %g %g %g",
                    1.5,
                    1,
                    2.5,
                    2,
                    3.5,
                    3,
                    4.5,
                    4,
                    5.5,
                    5,
                    6.5,
                    7.5,
                    8.5,
                    9.5);
            assertThat(text.string()).isEqualTo("1.5 1 2.5 2 3.5 3 4.5 4 5.5 5 6.5 7.5 8.5 9.5");
            assertThat(Libc.fcntl(-1, Libc.F_GETFD())).isEqualTo(-1);
            assertThat(Libc.errno()).isEqualTo(Libc.EBADF);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void headersOfLinux() {
        try (Arena arena = Arena.open()) {
            Libc.iphdr header = Libc.iphdr.allocate(arena);
            header.segment().setByte(0, (byte) 0x45);
            assertThat(header.version()).isEqualTo(4);
            assertThat(header.ihl()).isEqualTo(5);
            header.version(6);
            assertThat(header.segment().getByte(0)).isEqualTo((byte) 0x65);
            assertThat(Libc.MAP_FAILED().address()).isEqualTo(-1);
        }
    }

    /** Waits for a pipe by the system's own queue: one jar has epoll, kqueue and completion ports. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void epoll() {
        try (Arena arena = Arena.open()) {
            int epoll = Libc.epoll_create1(0);
            IntPointer ends = IntPointer.allocate(arena, 2);
            assertThat(Libc.pipe(ends)).isZero();
            Libc.epoll_event event = Libc.epoll_event.allocate(arena).events(Libc.EPOLLIN());
            event.data().u64(0x1234_5678_9abcL);
            assertThat(Libc.epoll_ctl(epoll, Libc.EPOLL_CTL_ADD(), ends.get(0), event))
                    .isZero();
            assertThat(Libc.epoll_wait(epoll, event, 1, 0)).isZero();

            assertThat(Libc.write(ends.get(1), "x".getBytes(StandardCharsets.US_ASCII), 1))
                    .isEqualTo(1);
            Libc.epoll_event ready = Libc.epoll_event.allocate(arena);
            assertThat(Libc.epoll_wait(epoll, ready, 1, 1000)).isEqualTo(1);
            assertThat(ready.events()).isEqualTo(Libc.EPOLLIN());
            assertThat(ready.data().u64()).isEqualTo(0x1234_5678_9abcL);

            assertThat(Libc.close(epoll)).isZero();
            Libc.errno(0);
            assertThat(Libc.epoll_wait(epoll, ready, 1, 0)).isEqualTo(-1);
            assertThat(Libc.errno()).isEqualTo(Libc.EBADF);
            Libc.close(ends.get(0));
            Libc.close(ends.get(1));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatOtherSystemsHaveSaysSo() {
        assertThatThrownBy(Libc::kqueue)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("kqueue() is not there on linux-"
                        + System.getProperty("os.arch")
                                .replace("amd64", "x86_64")
                                .replace("aarch64", "aarch_64") + ", only on osx-x86_64 osx-aarch_64");
        assertThatThrownBy(() -> Libc.CloseHandle(null)).isInstanceOf(UnsupportedOperationException.class);
    }

    /** A queue of the kernel, or its refusal, which many containers have. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void ioUring() {
        try (Arena arena = Arena.open()) {
            Libc.io_uring_params params = Libc.io_uring_params.allocate(arena);
            long queue = Libc.syscall(Libc.SYS_io_uring_setup(), 4, params.asBytes());
            if (queue < 0) {
                assertThat(Libc.errno()).isIn(Libc.EPERM(), Libc.ENOSYS(), Libc.EACCES());
            } else {
                assertThat(params.sq_entries()).isEqualTo(4);
                assertThat(params.cq_entries()).isEqualTo(8);
                assertThat(params.sq_off().array()).isPositive();
                assertThat(params.cq_off().cqes()).isPositive();
                assertThat(Libc.close((int) queue)).isZero();
            }
            assertThat(Libc.io_uring_sqe.allocate(arena).segment().byteSize()).isEqualTo(64);
            assertThat(Libc.io_uring_cqe.allocate(arena).segment().byteSize()).isEqualTo(16);
            assertThat(Libc.IORING_OP_READV()).isEqualTo(1);
        }
    }
}
