package org.example.tutorial.abi;

import static org.example.tutorial.abi.LibC.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** ABI out-of-line: compilers check the cdef when the module is built, and the module ships no native code. */
public final class AbiModule implements Programs {
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
        try (Arena arena = Arena.open()) {
            sigevent event = sigevent.allocate(arena).sigev_notify(SIGEV_NONE);
            Ref<Pointer> id = Pointer.ref(arena);
            timer_create(CLOCK_MONOTONIC, event, id);

            itimerspec left = itimerspec.allocate(arena);
            left.it_value().tv_nsec(10_000_000);
            timer_settime(id.get(), 0, left, null);
            do {
                timer_gettime(id.get(), left);
            } while (left.it_value().tv_nsec() > 0);
            timer_delete(id.get());
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
        List<String> sorted = new ArrayList<>();
        try (Arena arena = Arena.open()) {
            Ref<Pointer> root = Pointer.ref(arena);
            compare order = compare.stub(arena, (a, b) -> a.string().compareTo(b.string()));
            for (String text : texts) {
                tsearch(arena.string(text), root, order);
            }
            twalk(root.get(), (node, which, depth) -> {
                if (which == postorder || which == leaf) {
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
