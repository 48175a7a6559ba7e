package org.example.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the tutorial is for Linux, as CFFI's is: its headers are POSIX's")
class TutorialTest {
    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void cFormatsWhatJavaGives() {
        BytePointer text = BytePointer.allocate(arena, 64);

        int length = LibC.snprintf(text, 64, "%s is %d and %.2f", "pi", 3, Math.PI);

        assertThat(text.string()).isEqualTo("pi is 3 and 3.14");
        assertThat(length).isEqualTo(16);
    }

    @Test
    void theSameWithoutABuild() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        InLine.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .containsPattern("pi is 3 and 3\\.14\\R\\d{10,} seconds since 1970");
        assertThat(program.waitFor()).isZero();
    }

    @Test
    void theTimeIsThatOfJava() {
        LibC.timeval now = LibC.timeval.allocate();

        assertThat(LibC.gettimeofday(now, null)).isZero();

        assertThat(Instant.ofEpochSecond(now.tv_sec())).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(now.toString()).matches("timeval\\{tv_sec=\\d+, tv_usec=\\d+}");
    }

    @Test
    void aTreeIsOrderedByAComparatorInJava() {
        Ref<Pointer> root = Pointer.ref(arena);
        Tree.compare order = Tree.compare.stub(arena, (a, b) -> a.string().compareTo(b.string()));
        for (String fruit : List.of("plum", "apple", "cherry", "banana")) {
            Tree.tsearch(arena.string(fruit), root, order);
        }
        Tree.tdelete(arena.string("cherry"), root, order);

        List<String> names = new ArrayList<>();
        Tree.twalk(root.get(), (node, which, depth) -> {
            if (which == Tree.postorder || which == Tree.leaf) {
                names.add(node.asRef().get().string());
            }
        });

        assertThat(names).containsExactly("apple", "banana", "plum");
        assertThat(Tree.tfind(arena.string("cherry"), root, order)).isNull();
    }

    @Test
    void aTimerCallsJavaOnAThreadOfCs() throws InterruptedException {
        CountDownLatch fired = new CountDownLatch(3);
        AtomicInteger value = new AtomicInteger();
        AtomicReference<Thread> thread = new AtomicReference<>();
        Timers.on_timer = given -> {
            value.set(given.sival_int());
            thread.set(Thread.currentThread());
            fired.countDown();
        };
        Timers.sigevent event = Timers.sigevent.allocate(arena);
        event.sigev_value().sival_int(42);
        Timers.notify_on_timer(event);
        assertThat(event.sigev_notify()).isEqualTo(Timers.SIGEV_THREAD);

        Ref<Pointer> id = Pointer.ref(arena);
        assertThat(Timers.timer_create(Timers.CLOCK_MONOTONIC, event, id)).isZero();
        Timers.itimerspec every = Timers.itimerspec.allocate(arena);
        every.it_value().tv_nsec(1_000_000);
        every.it_interval().tv_nsec(1_000_000);
        assertThat(Timers.timer_settime(id.get(), 0, every, null)).isZero();

        assertThat(fired.await(30, TimeUnit.SECONDS)).isTrue();
        Timers.timer_delete(id.get());
        assertThat(value).hasValue(42);
        assertThat(thread.get()).isNotSameAs(Thread.currentThread());
        assertThat(thread.get().isDaemon()).isTrue();
    }
}
