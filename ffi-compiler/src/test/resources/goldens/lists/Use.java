package golden;

import static golden.Lists.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        try (Arena arena = Arena.open()) {
            BytePointer text = BytePointer.allocate(arena, 200);
            logger log = logger.stub(arena, (context, level, format, list) -> {
                // As often as wanted: C gets a copy each time.
                int length = vsnprintf(null, 0, format, list);
                vsnprintf(text, 200, format, list);
                System.out.println(level + " " + length + " " + text.string() + " " + (context == null));
            });
            log_to(log, null);
            say_two(3, "%d and %s", 42, "text");
            say_many("%d %g %s %lld %d %g %d %d %d %g %d %d %d %g %g %g %g %g %g %g");

            System.out.println(read_with((list, count) -> sum_reader().call(list, count), 9));
            System.out.println(read_with(sum_reader(), 4));
            on_list = (format, list) -> vsnprintf(text, 200, format, list);
            System.out.println(fire_list() + " " + text.string());
            // By its address: what is read there is read.
            System.out.println(with_next(list -> next_int(list) * 10 + next_int(list)));
            error_fn failed = error_fn.stub(arena, (context, message, arguments) -> {
                vsnprintf(text, 200, message, arguments);
                System.out.println(text.string());
            });
            fail_with(failed, null);
            fail_with((context, message, arguments) -> System.out.println(message.string()), null);
            handlers h = handlers.allocate(arena).failed(failed);
            h.counted(handlers_counted.stub(arena, (count, arguments) -> sum_reader().call(arguments, count)));
            System.out.println(count_with(h));
            try {
                plain_error().call(null, null, null);
            } catch (UnsupportedOperationException e) {
                System.out.println(e.getMessage());
            }
            try {
                vsnprintf(text, 200, "%d", null);
            } catch (NullPointerException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
