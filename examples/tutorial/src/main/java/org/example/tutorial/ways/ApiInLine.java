package org.example.tutorial.ways;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import io.github.cffi4j.dynamic.CFunction;
import io.github.cffi4j.dynamic.Callback;
import io.github.cffi4j.dynamic.Library;
import io.github.cffi4j.dynamic.StructView;
import io.github.cffi4j.inline.Inline;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.example.tutorial.abi.Programs;

/** API in-line: C is compiled when the program runs, and the compiler checks the cdef. */
public final class ApiInLine implements Programs {
    @Override
    public long hello() {
        Library c = Inline.c("""
                #include <stdio.h>
                #include <sys/time.h>
                """).cdef("""
                typedef int... time_t;
                struct timeval { time_t tv_sec; ...; };
                int gettimeofday(struct timeval *now, void *zone);
                int printf(const char *format, ...);
                int fflush(FILE *stream);
                """).compile();
        c.call("printf", "%s is %d and %.2f\n", "pi", 3, Math.PI);
        c.call("fflush", (Object) null);

        StructView now = c.cdef().allocate("struct timeval");
        c.call("gettimeofday", now, null);
        return (long) now.get("tv_sec");
    }

    @Override
    public long timer() {
        Library c = Inline.c("""
                #include <signal.h>
                #include <time.h>

                typedef void (*notify)(union sigval value);

                static void notify_by(struct sigevent *event, notify code, int value) {
                    event->sigev_notify = SIGEV_THREAD;
                    event->sigev_notify_function = code;
                    event->sigev_value.sival_int = value;
                }
                """).cdef("""
                typedef int... clockid_t;
                typedef ... *timer_t;
                #define CLOCK_MONOTONIC ...
                struct timespec { long tv_nsec; ...; };
                struct itimerspec { struct timespec it_value; ...; };
                union sigval { int sival_int; void *sival_ptr; };
                typedef void (*notify)(union sigval value);
                struct sigevent { int sigev_notify; ...; };
                void notify_by(struct sigevent *event, notify code, int value);
                int timer_create(clockid_t clock, struct sigevent *event, timer_t *id);
                int timer_settime(timer_t id, int flags, const struct itimerspec *value, struct itimerspec *old);
                int timer_delete(timer_t id);
                """).compile();
        long start = System.nanoTime();
        CountDownLatch fired = new CountDownLatch(42);
        CFunction code = c.callback(Arena.automatic(), "notify", a -> {
            StructView value = (StructView) a[0];
            for (int i = (int) value.get("sival_int"); i > 0; i--) {
                fired.countDown();
            }
            return null;
        });
        StructView event = c.cdef().allocate("struct sigevent");
        c.call("notify_by", event, code, 42);

        Ref<Pointer> id = Pointer.ref(Arena.automatic());
        c.call("timer_create", c.constant("CLOCK_MONOTONIC"), event, id);
        StructView once = c.cdef().allocate("struct itimerspec");
        ((StructView) once.get("it_value")).set("tv_nsec", 10_000_000);
        c.call("timer_settime", id.get(), 0, once, null);
        Waiting.until(fired);
        c.call("timer_delete", id.get());
        return System.nanoTime() - start;
    }

    @Override
    public String message() {
        Library c = Inline.c("""
                #include <sys/uio.h>
                #include <unistd.h>
                """).cdef("""
                typedef int... ssize_t;
                struct iovec { void *iov_base; size_t iov_len; };
                int pipe(int ends[2]);
                ssize_t writev(int file, const struct iovec *parts, int count);
                ssize_t read(int file, void *bytes, size_t count);
                int close(int file);
                """).compile();
        IntPointer ends = IntPointer.allocate(2);
        c.call("pipe", ends);

        BytePointer hello = BytePointer.of(Arena.automatic(), "Hello, ".getBytes(StandardCharsets.UTF_8));
        BytePointer world = BytePointer.of(Arena.automatic(), "world".getBytes(StandardCharsets.UTF_8));
        StructView parts = c.cdef().allocate(Arena.automatic(), "struct iovec", 2);
        parts.get(0).set("iov_base", hello).set("iov_len", 7);
        parts.get(1).set("iov_base", world).set("iov_len", 5);
        c.call("writev", ends.get(1), parts, 2);
        Reference.reachabilityFence(List.of(hello, world)); // parts has their addresses, which keep nothing alive

        BytePointer text = BytePointer.allocate(20);
        c.call("read", ends.get(0), text, 20);
        c.call("close", ends.get(0));
        c.call("close", ends.get(1));
        return text.string();
    }

    @Override
    public List<String> sorted(List<String> texts) {
        Library c = Inline.c("""
                #include <search.h>
                typedef int (*compare)(const void *a, const void *b);
                """).cdef("""
                typedef int (*compare)(const void *a, const void *b);
                typedef enum { preorder, postorder, endorder, leaf } VISIT;
                void *tsearch(const void *key, void **root, compare order);
                void twalk(const void *root, void (*action)(const void *node, VISIT which, int depth));
                """).compile();
        Object postorder = c.constant("postorder");
        Object leaf = c.constant("leaf");
        List<String> sorted = new ArrayList<>();
        try (Arena arena = Arena.open()) {
            Ref<Pointer> root = Pointer.ref(arena);
            CFunction order =
                    c.callback(arena, "compare", a -> ((Pointer) a[0]).string().compareTo(((Pointer) a[1]).string()));
            for (String text : texts) {
                c.call("tsearch", arena.string(text), root, order);
            }
            c.call("twalk", root.get(), Callback.of(a -> {
                if (a[1].equals(postorder) || a[1].equals(leaf)) {
                    sorted.add(((Pointer) a[0]).asRef().get().string());
                }
                return null;
            }));
        }
        return sorted;
    }

    private interface Order {
        int compare(int a, int b);
    }

    private interface Sort {
        void sort(Pointer numbers, long count, Order order);
    }

    @Override
    public int[] descending(int... numbers) {
        Sort c = Inline.c("""
                #include <stdlib.h>

                static _Thread_local int (*current)(int a, int b);

                static int compare(const void *a, const void *b) {
                    return current(*(const int *)a, *(const int *)b);
                }

                static void sort(int *numbers, size_t count, int (*order)(int a, int b)) {
                    current = order;
                    qsort(numbers, count, sizeof *numbers, compare);
                }
                """)
                .cdef("void sort(int *numbers, size_t count, int (*order)(int a, int b));")
                .compile()
                .as(Sort.class);
        try (Arena arena = Arena.open()) {
            IntPointer copy = IntPointer.of(arena, numbers);
            c.sort(copy, numbers.length, (a, b) -> Integer.compare(b, a));
            return copy.toArray(numbers.length);
        }
    }
}
