package org.example.tutorial.ways;

import static org.example.tutorial.LibC.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.example.tutorial.Timers;
import org.example.tutorial.Tree;
import org.example.tutorial.abi.Programs;

/** API out-of-line: compilers check the cdef when the module is built, and the module ships small native libraries. */
public final class ApiModule implements Programs {
    @Override
    public long hello() {
        printf("%s is %d and %.2f\n", "pi", 3, Math.PI);
        fflush(null);

        timeval now = timeval.allocate();
        gettimeofday(now, null);
        return now.tv_sec();
    }

    @Override
    public long timer() {
        long start = System.nanoTime();
        CountDownLatch fired = new CountDownLatch(42);
        Timers.on_timer = value -> {
            for (int i = value.sival_int(); i > 0; i--) {
                fired.countDown();
            }
        };
        try (Arena arena = Arena.open()) {
            Timers.sigevent event = Timers.sigevent.allocate(arena);
            event.sigev_value().sival_int(42);
            Timers.notify_on_timer(event);

            Ref<Pointer> id = Pointer.ref(arena);
            Timers.timer_create(Timers.CLOCK_MONOTONIC, event, id);
            Timers.itimerspec once = Timers.itimerspec.allocate(arena);
            once.it_value().tv_nsec(10_000_000);
            Timers.timer_settime(id.get(), 0, once, null);
            Waiting.until(fired);
            Timers.timer_delete(id.get());
        }
        return System.nanoTime() - start;
    }

    @Override
    public String message() {
        IntPointer ends = IntPointer.allocate(2);
        pipe(ends);

        BytePointer hello = BytePointer.of(Arena.automatic(), "Hello, ".getBytes(StandardCharsets.UTF_8));
        BytePointer world = BytePointer.of(Arena.automatic(), "world".getBytes(StandardCharsets.UTF_8));
        iovec parts = iovec.allocate(Arena.automatic(), 2);
        parts.get(0).iov_base(hello).iov_len(7);
        parts.get(1).iov_base(world).iov_len(5);
        writev(ends.get(1), parts, 2);
        Reference.reachabilityFence(List.of(hello, world)); // parts has their addresses, which keep nothing alive

        BytePointer text = BytePointer.allocate(20);
        read(ends.get(0), text, 20);
        close(ends.get(0));
        close(ends.get(1));
        return text.string();
    }

    @Override
    public List<String> sorted(List<String> texts) {
        Tree.by_text = (a, b) -> a.string().compareTo(b.string());
        List<String> sorted = new ArrayList<>();
        try (Arena arena = Arena.open()) {
            Ref<Pointer> root = Pointer.ref(arena);
            for (String text : texts) {
                BytePointer key = arena.string(text);
                if (Tree.tfind(key, root, Tree.by_text()) == null) {
                    Tree.add_text(key, root);
                }
            }
            Tree.twalk(root.get(), (node, which, depth) -> {
                if (which == Tree.postorder || which == Tree.leaf) {
                    sorted.add(node.asRef().get().string());
                }
            });
        }
        return sorted;
    }

    @Override
    public int[] descending(int... numbers) {
        try (Arena arena = Arena.open()) {
            IntPointer copy = IntPointer.of(arena, numbers);
            qsort(copy, numbers.length, 4, (a, b) -> compare(b, a));
            return copy.toArray(numbers.length);
        }
    }

    private static int compare(Pointer a, Pointer b) {
        return Integer.compare(IntPointer.at(a).get(), IntPointer.at(b).get());
    }
}
