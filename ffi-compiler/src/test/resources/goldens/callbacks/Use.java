package golden;

import static golden.Callbacks.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.IntPointer;
import java.util.Arrays;

public final class Use {
    public static void main(String[] arguments) throws Exception {
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, failure) -> System.out.println("handler: " + failure.getMessage()
                        + ": " + failure.getCause().getMessage()));
        try (Arena arena = Arena.open()) {
            sorts(arena);
            calls(arena);
            structs(arena);
            failures(arena);
        }
        attached();
        try (Arena arena = Arena.open()) {
            answers(arena);
        }
        pointers();
        many();
    }

    private static void pointers() {
        System.out.println(both(addressof.add(), addressof.subtract(), 7, 5) + " "
                + addressof.add().call(1, 2));
        System.out.println(addressof.add().equals(get_add()) + " "
                + binary_op.at(addressof.subtract()).call(9, 3));
        System.out.println(on_text_of(on_text(), "sixteen letters!"));
        // Where the cdef writes the type out it takes what a typedef names: no cast.
        binary_op times = (a, b) -> a * b;
        try (Arena arena = Arena.open()) {
            System.out.println(both(times, get_add(), 7, 5) + " " + both(binary_op.stub(arena, times), times, 2, 3));
        }
    }

    private static void sorts(Arena arena) {
        IntPointer numbers = IntPointer.of(arena, 5, 3, 9, -1);
        qsort(
                numbers,
                4,
                4,
                (a, b) ->
                        Integer.compare(IntPointer.at(a).get(), IntPointer.at(b).get()));
        System.out.println(Arrays.toString(numbers.toArray(4)));
    }

    private static void calls(Arena arena) throws Exception {
        System.out.println(get_add().call(3, 4) + " " + apply(get_add(), 5, 6) + " " + apply((a, b) -> a * b, 5, 6));
        visit((name, state) -> System.out.println(name.string() + " " + state), null);
        keep(binary_op.stub(arena, (a, b) -> 100 * a + b));
        System.out.println(call_kept(1, 2));
        Thread other = new Thread(() -> System.out.println("other thread: " + call_kept(3, 4)));
        other.start();
        other.join();
        System.out.println(apply((a, b) -> apply((c, d) -> c - d, a, b) + 1, 10, 4));
    }

    private static void structs(Arena arena) {
        System.out.println(move(
                (p, by) -> point.allocate().x(p.x() + 1).y((int) (p.y() * by)),
                point.allocate().x(1).y(8)));
        handler h = handler.allocate(arena).op(get_add());
        System.out.println(run(h, 41));
        h.done(handler_done.stub(arena, code -> System.out.println("done " + code)));
        run(h, 1);
        try {
            h.op((a, b) -> a);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void failures(Arena arena) {
        try {
            apply(
                    (a, b) -> {
                        throw new IllegalStateException("thrown in Java");
                    },
                    1,
                    2);
        } catch (IllegalStateException e) {
            System.out.println("caught " + e.getMessage());
        }
        keep(binary_op.stub(arena, (a, b) -> {
            throw new IllegalStateException("nobody to catch");
        }));
        System.out.println(call_kept(1, 2));
    }

    private static void answers(Arena arena) {
        keep(binary_op.stub(arena, binary_op.withError(-1, (a, b) -> {
            throw new IllegalStateException("told");
        })));
        System.out.println(call_kept(1, 2));
        System.out.println(apply(
                binary_op.onError(failure -> failure.getMessage().length(), (a, b) -> {
                    throw new IllegalStateException("four");
                }),
                1,
                2));
        on_value(-2, (value, weight) -> {
            throw new IllegalStateException("told, too");
        });
        System.out.println(fire(1));
        on_text(failure -> -3, text -> {
            throw new IllegalStateException("kept");
        });
        System.out.println(fire_text());
    }

    private static void attached() {
        System.out.println(fire(1) + " " + fire(1));
        on_value = (value, weight) -> (int) (value * weight);
        on_text = text -> text.string().length();
        System.out.println(fire(10) + " " + fire_text() + " " + (on_value() != null));
    }

    private static void many() {
        try (Arena arena = Arena.open()) {
            int sum = 0;
            for (int i = 0; i < 200; i++) {
                int number = i;
                sum += apply(binary_op.stub(arena, (a, b) -> number), 0, 0);
            }
            System.out.println(sum);
        }
    }
}
